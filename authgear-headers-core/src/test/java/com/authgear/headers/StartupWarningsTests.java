package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StartupWarningsTests {
    private static final ProxyTrust SECRET = ProxyTrust.sharedSecret("0123456789abcdef0123456789ABCDEF");

    @Test
    void secretNeedsNoWarning() {
        assertThat(SECRET.startupWarnings()).isEmpty();
        assertThat(SECRET.andTrustedProxies("10.0.0.0/8").startupWarnings()).isEmpty();
    }

    @Test
    void addressesAloneWarnToCoverEveryLocation() {
        assertThat(ProxyTrust.trustedProxies("10.0.0.0/8").startupWarnings())
                .singleElement()
                .asString()
                .contains("every location", "all nine")
                .doesNotContain("\n", "10.0.0.0");
    }

    @Test
    void trustInEveryPeerWarns() {
        assertThat(ProxyTrust.trustEveryPeer().startupWarnings())
                .singleElement()
                .asString()
                .contains("trustEveryPeer", "any user");
        assertThat(ProxyTrust.trustEveryPeer().andTrustedProxies("10.0.0.0/8").startupWarnings())
                .singleElement()
                .asString()
                .contains("every location");
    }

    @Test
    void authenticatorHasTheWarningsOfItsTrust() {
        assertThat(AuthgearAuthenticator.builder(ProxyTrust.trustEveryPeer())
                        .build()
                        .startupWarnings())
                .containsExactly(ProxyTrust.EVERY_PEER_TRUSTED);
        assertThat(AuthgearAuthenticator.builder(SECRET).build().startupWarnings())
                .isEmpty();
    }
}
