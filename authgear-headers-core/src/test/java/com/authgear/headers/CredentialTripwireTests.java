package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialTripwireTests {
    private static final AuthgearAuthenticator ON =
            AuthgearAuthenticator.builder(ProxyTrust.trustEveryPeer()).build();
    private static final AuthgearAuthenticator OFF = AuthgearAuthenticator.builder(ProxyTrust.trustEveryPeer())
            .credentialTripwire(false)
            .build();

    @Test
    void identityWithoutCredentialIsRefused() {
        assertTrips(withoutCredentials());
    }

    @Test
    void identityWithOtherCookiesIsRefused() {
        assertTrips(withoutCredentials().with("Cookie", "_ga=1; SESSION=x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"session=x", "_ga=1; my_app_session=x", "app_access_token=x"})
    void identityWithAnAuthgearCookieIsValid(String cookies) {
        assertThat(authenticate(ON, withoutCredentials().with("Cookie", cookies)))
                .isInstanceOf(AuthgearSession.Valid.class);
    }

    @Test
    void identityWithABearerTokenIsValid() {
        assertThat(authenticate(ON, Headers.valid())).isInstanceOf(AuthgearSession.Valid.class);
    }

    @Test
    void invalidSessionWithoutCredentialIsRefused() {
        Headers invalid = Headers.none().with(AuthgearHeader.SESSION_VALID, "false");

        assertTrips(invalid);
        assertThat(authenticate(ON, invalid.with("Cookie", "session="))).isEqualTo(AuthgearSession.invalid());
    }

    @Test
    void requestWithoutIdentityNeedsNoCredential() {
        assertThat(authenticate(ON, Headers.none())).isEqualTo(AuthgearSession.none());
        assertThat(authenticate(ON, Headers.none().with(AuthgearHeader.USER_ID, "")))
                .isEqualTo(AuthgearSession.none());
    }

    @Test
    void credentialsDoNotMatterIfTurnedOff() {
        assertThat(authenticate(OFF, withoutCredentials())).isInstanceOf(AuthgearSession.Valid.class);
        assertThat(authenticate(OFF, Headers.none().with(AuthgearHeader.SESSION_VALID, "false")))
                .isEqualTo(AuthgearSession.invalid());
    }

    @Test
    void textSaysIfTurnedOff() {
        assertThat(ON).asString().contains("tripwire on");
        assertThat(OFF).asString().contains("tripwire off");
    }

    private static Headers withoutCredentials() {
        return Headers.valid().without("Authorization");
    }

    private static AuthgearSession authenticate(AuthgearAuthenticator authenticator, Headers headers) {
        return authenticator.authenticate(headers, Optional::empty);
    }

    private static void assertTrips(Headers headers) {
        assertThatExceptionOfType(MalformedHeadersException.class)
                .isThrownBy(() -> authenticate(ON, headers))
                .satisfies(e -> assertThat(e.code()).isEqualTo("identity_without_credentials"))
                .satisfies(e -> assertThat(e.header()).isEqualTo("X-Authgear-Session-Valid"))
                .satisfies(e -> assertThat(e.remedy()).contains("credentialTripwire"));
    }
}
