package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MissingFlagsTests {
    private static final AuthgearHeaderParser LEAST_PRIVILEGE = AuthgearHeaderParser.builder()
            .missingFlags(MissingFlags.LEAST_PRIVILEGE)
            .build();
    private static final AuthgearHeaderParser DANGEROUS = AuthgearHeaderParser.builder()
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
        assertThat(principal(LEAST_PRIVILEGE, withoutFlags()))
                .isEqualTo(user().anonymous(true).build());
    }

    @Test
    void parseWhenDangerousThenMissingAnonymousIsFalse() {
        assertThat(principal(DANGEROUS, withoutFlags())).isEqualTo(user().build());
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

        assertThat(principal(LEAST_PRIVILEGE, Headers.valid())).isEqualTo(principal(Headers.valid()));
        assertThat(principal(DANGEROUS, Headers.valid())).isEqualTo(principal(Headers.valid()));
        assertThat(principal(DANGEROUS, anonymous).isAnonymous()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"USER_ANONYMOUS", "USER_VERIFIED", "USER_CAN_REAUTHENTICATE"})
    void parseWhenAFlagIsJunkThenNoOptionCallsItMissing(AuthgearHeader junk) {
        Headers headers = Headers.valid().set(junk, "junk");

        assertMalformed(LEAST_PRIVILEGE, headers, "bad_boolean", junk.wireName());
        assertMalformed(DANGEROUS, headers, "bad_boolean", junk.wireName());
    }

    @Test
    void parseWhenTheUserIdIsMissingThenNoOptionHelps() {
        Headers headers = Headers.valid().without(AuthgearHeader.USER_ID);

        assertMalformed(LEAST_PRIVILEGE, headers, "incomplete_identity", "X-Authgear-User-Id");
        assertMalformed(DANGEROUS, headers, "incomplete_identity", "X-Authgear-User-Id");
    }

    @Test
    void startupWarningsWhenDangerousThenItIsNamed() {
        assertThat(DANGEROUS.startupWarnings())
                .singleElement()
                .asString()
                .contains("dangerouslyReadMissingAnonymousAsFalse", "X-Authgear-User-Anonymous");
        assertThat(LEAST_PRIVILEGE.startupWarnings()).isEmpty();
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
