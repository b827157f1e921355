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

    @ParameterizedTest
    @EnumSource(names = {"USER_ANONYMOUS", "USER_VERIFIED", "USER_CAN_REAUTHENTICATE"})
    void missingFlagIsRefusedIfSaid(AuthgearHeader missing) {
        AuthgearHeaderParser refusing =
                AuthgearHeaderParser.builder().missingFlags(MissingFlags.REFUSE).build();

        assertMalformed(refusing, Headers.valid().without(missing), "incomplete_identity", missing.wireName());
    }

    @Test
    void missingFlagGrantsNothingByLeastPrivilege() {
        assertThat(principal(leastPrivilege, withoutFlags()))
                .isEqualTo(user().anonymous(true).build());
    }

    @Test
    void presentFlagsAreRead() {
        assertThat(principal(leastPrivilege, Headers.valid())).isEqualTo(principal(Headers.valid()));
    }

    @ParameterizedTest
    @EnumSource(names = {"USER_ANONYMOUS", "USER_VERIFIED", "USER_CAN_REAUTHENTICATE"})
    void junkFlagIsNotCalledMissing(AuthgearHeader junk) {
        Headers headers = Headers.valid().set(junk, "junk");

        assertMalformed(leastPrivilege, headers, "bad_boolean", junk.wireName());
    }

    @Test
    void missingUserIdIsRefused() {
        Headers headers = Headers.valid().without(AuthgearHeader.USER_ID);

        assertMalformed(leastPrivilege, headers, "incomplete_identity", "X-Authgear-User-Id");
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
