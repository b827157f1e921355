package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthgearHeaderTests {
    @Test
    void wireNamesAreSpelledAsByAuthgear() {
        assertThat(Stream.of(AuthgearHeader.values()).map(AuthgearHeader::wireName))
                .containsExactly(
                        "X-Authgear-Session-Valid",
                        "X-Authgear-User-Id",
                        "X-Authgear-User-Anonymous",
                        "X-Authgear-User-Verified",
                        "X-Authgear-User-Can-Reauthenticate",
                        "X-Authgear-User-Roles",
                        "X-Authgear-Session-Acr",
                        "X-Authgear-Session-Amr",
                        "X-Authgear-Session-Authenticated-At");
    }

    @ParameterizedTest
    @EnumSource
    void headerIsFoundInAnyCase(AuthgearHeader header) {
        assertThat(AuthgearHeader.find(header.wireName())).contains(header);
        assertThat(AuthgearHeader.find(header.wireName().toLowerCase(Locale.ROOT)))
                .contains(header);
        assertThat(AuthgearHeader.find(header.wireName().toUpperCase(Locale.ROOT)))
                .contains(header);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "x_authgear_user_id",
                "x-authgear-user-id ",
                "x-authgear-user-ids",
                "x-authgear-user-\u0131d"
            })
    void otherNameIsNotFound(String name) {
        assertThat(AuthgearHeader.find(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x-authgear-", "X_AUTHGEAR_USER_ID", "x.authgear.", "x-authgear-future", "x authgear user-id"})
    void nameThatReadsLikeThePrefixIsReserved(String name) {
        assertThat(AuthgearHeader.isReserved(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x-authgear",
                "xauthgear-user-id",
                "x-proxy-secret",
                " x-authgear-user-id",
                "x-authgea\u0280-"
            })
    void otherNameIsNotReserved(String name) {
        assertThat(AuthgearHeader.isReserved(name)).isFalse();
    }
}
