package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HiddenHeaderTests {
    private static final ProxyTrust SECRET = ProxyTrust.sharedSecret("0123456789abcdef0123456789ABCDEF");
    private static final AuthgearAuthenticator AUTHENTICATOR =
            AuthgearAuthenticator.builder(SECRET).build();

    @ParameterizedTest
    @EnumSource
    void nineHeadersAreHidden(AuthgearHeader header) {
        assertThat(AUTHENTICATOR.hides(header.wireName())).isTrue();
        assertThat(AUTHENTICATOR.hides(header.wireName().toUpperCase(Locale.ROOT)))
                .isTrue();
        assertThat(AUTHENTICATOR.hides(header.wireName().replace('-', '_'))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-authgear-future",
                "x.authgear.user.id",
                "x-authgear-",
                "x-proxy-secret",
                "X-PROXY-SECRET",
                "x_proxy_secret",
                "X.Proxy-Secret",
            })
    void reservedNamesAndTheSecretAreHidden(String name) {
        assertThat(AUTHENTICATOR.hides(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Host",
                "Authorization",
                "Cookie",
                "x-authgear",
                "x-proxy-secret2",
                "x-proxy-secre",
                "x-proxy-public",
                "xproxysecret"
            })
    void otherHeadersAreNotHidden(String name) {
        assertThat(AUTHENTICATOR.hides(name)).isFalse();
    }

    @Test
    void onlyTheNewNameOfARenamedSecretHeaderIsHidden() {
        AuthgearAuthenticator renamed =
                AuthgearAuthenticator.builder(SECRET.withSecretHeader("x_edge")).build();

        assertThat(renamed.hides("X-Edge")).isTrue();
        assertThat(renamed.hides("x-proxy-secret")).isFalse();
    }

    @Test
    void defaultSecretHeaderIsNotHiddenWithoutASecret() {
        assertThat(AuthgearAuthenticator.builder(ProxyTrust.trustEveryPeer())
                        .build()
                        .hides("x-proxy-secret"))
                .isFalse();
    }
}
