package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UntrustedRequestTests {
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";
    private static final AuthgearAuthenticator AUTHENTICATOR =
            AuthgearAuthenticator.builder(ProxyTrust.sharedSecret(SECRET)).build();

    @Test
    void trustedRequestIsValid() {
        assertThat(authenticate(Headers.valid().with("x-proxy-secret", SECRET)))
                .isInstanceOf(AuthgearSession.Valid.class);
    }

    @Test
    void trustedRequestCanHaveAnyOfTheThreeSessions() {
        Headers trusted = Headers.none().with("x-proxy-secret", SECRET).with("Cookie", "session=x");

        assertThat(authenticate(trusted)).isEqualTo(AuthgearSession.none());
        assertThat(authenticate(trusted.with(AuthgearHeader.SESSION_VALID, "false")))
                .isEqualTo(AuthgearSession.invalid());
    }

    @ParameterizedTest
    @EnumSource
    void anyOfTheNineIsRefused(AuthgearHeader header) {
        assertRefused(Headers.none().withSample(header), "secret_missing");
        assertRefused(Headers.none().with(header, "\u0000junk"), "secret_missing");
        assertRefused(Headers.none().withSample(header).with("x-proxy-secret", "wrong"), "secret_mismatch");
    }

    @ParameterizedTest
    @EnumSource
    void duplicateIsRefusedAsUntrusted(AuthgearHeader header) {
        assertRefused(Headers.none().with(header, "").with(header, ""), "secret_missing");
        assertRefused(Headers.none().withSample(header).withSample(header), "secret_missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x_authgear_user_id", "x.authgear.user.id", "X_AUTHGEAR_FUTURE"})
    void aliasIsRefusedAsUntrusted(String alias) {
        assertRefused(Headers.none().with(alias, "x"), "secret_missing");
        assertRefused(Headers.none().with(alias, ""), "secret_missing");
    }

    @Test
    void nominationIsRefusedAsUntrusted() {
        assertRefused(Headers.none().with("Connection", "x-authgear-user-id"), "secret_missing");
    }

    @Test
    void failureMarkerIsRefusedAsUntrusted() {
        assertRefused(Headers.valid().with("x-envoy-auth-failure-mode-allowed", "true"), "secret_missing");
    }

    @Test
    void untrustedRequestWithoutIdentityHasNoSession() {
        Headers probe = Headers.none().with("Host", "app").with("x-authgear-future", "x");

        assertThat(authenticate(probe)).isEqualTo(AuthgearSession.none());
        assertThat(authenticate(probe.with("x-proxy-secret", "wrong"))).isEqualTo(AuthgearSession.none());
        assertThat(authenticate(probe.with("x-proxy-secret", SECRET))).isEqualTo(AuthgearSession.none());
    }

    @ParameterizedTest
    @EnumSource
    void untrustedRequestWithAnEmptyLineHasNoSession(AuthgearHeader header) {
        assertThat(authenticate(Headers.none().with(header, " "))).isEqualTo(AuthgearSession.none());
    }

    @Test
    void malformedHeadersOfATrustedRequestAreRefused() {
        Headers headers = Headers.valid().with("x-proxy-secret", SECRET).with("x_authgear_user_id", "x");

        assertThatExceptionOfType(MalformedHeadersException.class)
                .isThrownBy(() -> authenticate(headers))
                .satisfies(e -> assertThat(e.code()).isEqualTo("alias_header"));
    }

    private static AuthgearSession authenticate(Headers headers) {
        return AUTHENTICATOR.authenticate(headers, Optional::empty);
    }

    private static void assertRefused(Headers headers, String code) {
        assertThatExceptionOfType(UntrustedHeadersException.class)
                .isThrownBy(() -> authenticate(headers))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.header()).isEqualTo("x-proxy-secret"));
    }
}
