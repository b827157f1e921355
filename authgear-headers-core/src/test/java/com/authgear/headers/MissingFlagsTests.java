package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MissingFlagsTests {
    private final AuthgearHeaderParser leastPrivilege = AuthgearHeaderParser.builder()
            .missingFlags(MissingFlags.LEAST_PRIVILEGE)
            .build();
    private final AuthgearHeaderParser dangerous = AuthgearHeaderParser.builder()
            .dangerouslyReadMissingAnonymousAsFalse()
            .build();

    @ParameterizedTest
    @EnumSource(names = {"USER_ANONYMOUS", "USER_VERIFIED", "USER_CAN_REAUTHENTICATE"})
    void parseWhenToldToRefuseThenRefused(AuthgearHeader missing) {
        AuthgearHeaderParser refusing =
                AuthgearHeaderParser.builder().missingFlags(MissingFlags.REFUSE).build();

        assertMalformed(refusing, Headers.valid().without(missing), "incomplete_identity", missing.wireName());
    }

    @Test
    void parseWhenLeastPrivilegeThenMissingFlagsGrantNothing() {
        assertThat(principal(leastPrivilege, withoutFlags()))
                .isEqualTo(user().anonymous(true).build());
    }

    @Test
    void parseWhenDangerousThenMissingAnonymousIsFalse() {
        assertThat(principal(dangerous, withoutFlags())).isEqualTo(user().build());
    }

    @Test
    void parseWhenDangerousThenItOutranksLeastPrivilegeInAnyOrder() {
        AuthgearHeaderParser.Builder builder = AuthgearHeaderParser.builder()
                .dangerouslyReadMissingAnonymousAsFalse()
                .missingFlags(MissingFlags.LEAST_PRIVILEGE);

        assertThat(principal(builder.build(), withoutFlags())).isEqualTo(user().build());
    }

    @Test
    void parseWhenFlagsArePresentThenEveryOptionReadsThem() {
        Headers anonymous = Headers.valid().set(AuthgearHeader.USER_ANONYMOUS, "true");

        assertThat(principal(leastPrivilege, Headers.valid())).isEqualTo(principal(Headers.valid()));
        assertThat(principal(dangerous, Headers.valid())).isEqualTo(principal(Headers.valid()));
        assertThat(principal(dangerous, anonymous).isAnonymous()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"USER_ANONYMOUS", "USER_VERIFIED", "USER_CAN_REAUTHENTICATE"})
    void parseWhenAFlagIsJunkThenNoOptionCallsItMissing(AuthgearHeader junk) {
        Headers headers = Headers.valid().set(junk, "junk");

        assertMalformed(leastPrivilege, headers, "bad_boolean", junk.wireName());
        assertMalformed(dangerous, headers, "bad_boolean", junk.wireName());
    }

    @Test
    void parseWhenTheUserIdIsMissingThenNoOptionHelps() {
        Headers headers = Headers.valid().without(AuthgearHeader.USER_ID);

        assertMalformed(leastPrivilege, headers, "incomplete_identity", "X-Authgear-User-Id");
        assertMalformed(dangerous, headers, "incomplete_identity", "X-Authgear-User-Id");
    }

    @Test
    void startupWarningsWhenDangerousThenItIsNamed() {
        assertThat(dangerous.startupWarnings())
                .singleElement()
                .asString()
                .contains("dangerouslyReadMissingAnonymousAsFalse", "X-Authgear-User-Anonymous");
        assertThat(leastPrivilege.startupWarnings()).isEmpty();
        assertThat(AuthgearHeaderParser.create().startupWarnings()).isEmpty();
    }

    private static Headers withoutFlags() {
        return Headers.none()
                .withSample(AuthgearHeader.SESSION_VALID)
                .withSample(AuthgearHeader.USER_ID)
                .with(AuthgearHeader.USER_VERIFIED, "");
    }

    private static AuthgearPrincipal.Builder user() {
        return AuthgearPrincipal.builder(Headers.USER_ID);
    }
}
