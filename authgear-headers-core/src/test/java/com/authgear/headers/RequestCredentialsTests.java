package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestCredentialsTests {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "bearer x", "BEARER x", "Bearer  x", "\tBearer x ", "Bearer a, Bearer b"})
    void bearerSchemeIsABearerToken(String line) {
        assertThat(RequestCredentials.hasBearerToken(Headers.none().with("authorization", line)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer \t ",
                "Bearer\tx",
                "Bearerx y",
                "Basic YTpi",
                "Digest x",
                "DPoP x",
                "Token x",
                "x Bearer y",
                "Bearer\u00a0x",
                "Basic x, Bearer y",
            })
    void otherAuthorizationIsNoBearerToken(String line) {
        assertThat(RequestCredentials.hasBearerToken(Headers.none().with("Authorization", line)))
                .isFalse();
        assertThat(RequestCredentials.present(Headers.none().with("Authorization", line)))
                .isFalse();
    }

    @Test
    void bearerTokenIsFoundOnAnyLine() {
        assertThat(RequestCredentials.hasBearerToken(
                        Headers.none().with("Authorization", "Basic YTpi").with("AUTHORIZATION", "Bearer x")))
                .isTrue();
    }

    @Test
    void cookieIsNoBearerToken() {
        assertThat(RequestCredentials.hasBearerToken(Headers.none().with("Cookie", "session=x")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "session=x",
                "session=",
                "session",
                "app_session=x",
                "app_access_token=x",
                "my_prefix_session=x",
                "myapp_access_token=x",
                "_ga=1; session=x",
                "_ga=1;session=x",
                " session =x",
                "_ga=1;\tapp_access_token\t=x",
                "_ga=1;; ;session=x",
                "a=\"b; session=x\"",
                "session=a=b",
            })
    void authgearCookieIsACredential(String line) {
        assertThat(RequestCredentials.present(Headers.none().with("cookie", line)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "=session",
                "_ga=1; SESSION=x",
                "JSESSIONID=x",
                "Session=x",
                "app_Session=x",
                "session_id=x",
                "session2=x",
                "sessions=x",
                "sess=session",
                "a=b, session=x",
                "APP_ACCESS_TOKEN=x",
                "app_access_token2=x",
                "access_token=x",
                "same_site_strict=x",
                "session\u00a0=x",
            })
    void otherCookieIsNoCredential(String line) {
        assertThat(RequestCredentials.present(Headers.none().with("Cookie", line)))
                .isFalse();
    }

    @Test
    void authgearCookieIsFoundOnAnyLine() {
        assertThat(RequestCredentials.present(Headers.none()
                        .with("Cookie", "_ga=1")
                        .with("cookie", "a=b")
                        .with("COOKIE", "session=x")))
                .isTrue();
    }

    @Test
    void requestWithoutEitherHasNoCredential() {
        assertThat(RequestCredentials.present(Headers.none().with("Cookie2", "session=x")))
                .isFalse();
    }
}
