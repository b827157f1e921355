package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class PeerTests {
    private static final String SECRET = "0123456789abcdef0123456789ABCDEF";
    private static final Headers WITH_SECRET = Headers.valid().with("x-proxy-secret", SECRET);
    private static final InetAddress INSIDE = address(10, 1, 2, 3);
    private static final InetAddress OUTSIDE = address(203, 0, 113, 9);

    private int calls;

    @Test
    void ruleSaysWhetherItAsksForAnAddressAndForNothingElse() {
        ProxyTrust secret = ProxyTrust.sharedSecret("0123456789abcdef0123456789abcdef");
        ProxyTrust addresses = ProxyTrust.trustedProxies("10.0.0.5");
        ProxyTrust both = secret.andTrustedProxies("10.0.0.5");
        assertThat(List.of(secret, addresses, both, ProxyTrust.trustEveryPeer()))
                .extracting(ProxyTrust::trustsAddresses)
                .containsExactly(false, true, true, false);
        assertThat(List.of(secret, addresses, both, ProxyTrust.trustEveryPeer()))
                .extracting(ProxyTrust::trustsAddressesAlone)
                .containsExactly(false, true, false, false);
    }

    @Test
    void peerInOneOfTheRangesIsTrusted() {
        ProxyTrust trust = ProxyTrust.trustedProxies("192.0.2.1", "10.1.2.0/24", "fd00::/8");

        assertThat(code(trust, Headers.valid(), peer(INSIDE))).isNull();
        assertThat(code(trust, Headers.valid(), peer(OUTSIDE))).isEqualTo("peer_untrusted");
        assertThat(code(trust, Headers.valid(), Optional::empty)).isEqualTo("peer_unknown");
    }

    @Test
    void secretAndAddressMustBothHold() {
        ProxyTrust both = ProxyTrust.sharedSecret(SECRET).andTrustedProxies("10.1.2.0/24");

        assertThat(code(both, WITH_SECRET, peer(INSIDE))).isNull();
        assertThat(code(both, WITH_SECRET, peer(OUTSIDE))).isEqualTo("peer_untrusted");
        assertThat(code(both, WITH_SECRET, Optional::empty)).isEqualTo("peer_unknown");
        assertThat(code(both, Headers.valid(), peer(INSIDE))).isEqualTo("secret_missing");
        assertThat(code(both, Headers.valid().with("x-proxy-secret", "x"), peer(INSIDE)))
                .isEqualTo("secret_mismatch");
    }

    @Test
    void refusedAddressNamesNoHeader() {
        ProxyTrust trust = ProxyTrust.trustedProxies("10.1.2.0/24");

        for (Supplier<Optional<InetAddress>> peer : List.of(peer(OUTSIDE), Optional::<InetAddress>empty)) {
            assertThat(TrustOutcomes.refusal(trust, Headers.valid(), peer))
                    .isNotNull()
                    .extracting(UntrustedHeadersException::header)
                    .isEqualTo("-");
        }
    }

    @Test
    void laterRangesReplaceEarlierOnes() {
        ProxyTrust replaced = ProxyTrust.trustedProxies("10.1.2.0/24").andTrustedProxies("203.0.113.0/24");

        assertThat(code(replaced, Headers.valid(), peer(OUTSIDE))).isNull();
        assertThat(code(replaced, Headers.valid(), peer(INSIDE))).isEqualTo("peer_untrusted");
    }

    @Test
    void renamingTheSecretHeaderKeepsTheAddresses() {
        ProxyTrust renamed =
                ProxyTrust.sharedSecret(SECRET).andTrustedProxies("10.1.2.0/24").withSecretHeader("x-edge");

        assertThat(code(renamed, Headers.valid().with("x-edge", SECRET), peer(OUTSIDE)))
                .isEqualTo("peer_untrusted");
    }

    @Test
    void everyPeerIsTrustedIfSaid() {
        assertThat(code(ProxyTrust.trustEveryPeer(), Headers.valid(), peer(OUTSIDE)))
                .isNull();
    }

    @Test
    void peerIsNotAskedForWithoutAddresses() {
        assertThat(code(ProxyTrust.trustEveryPeer(), Headers.valid(), this::counting))
                .isNull();
        assertThat(code(ProxyTrust.sharedSecret(SECRET), WITH_SECRET, this::counting))
                .isNull();
        assertThat(code(ProxyTrust.sharedSecret(SECRET), Headers.valid(), this::counting))
                .isEqualTo("secret_missing");

        assertThat(calls).isZero();
    }

    @Test
    void peerIsAskedForOnceWithManyAddresses() {
        ProxyTrust trust = ProxyTrust.trustedProxies("192.0.2.1", "192.0.2.2", "10.1.2.3");

        assertThat(code(trust, Headers.valid(), this::counting)).isNull();
        assertThat(calls).isOne();
    }

    @Test
    void emptyListOfAddressesIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(ProxyTrust::trustedProxies);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyTrust.trustEveryPeer().andTrustedProxies());
    }

    @Test
    void oneBadAddressRefusesAll() {
        assertThatIllegalArgumentException().isThrownBy(() -> ProxyTrust.trustedProxies("10.0.0.1", "0.0.0.0/0"));
    }

    private Optional<InetAddress> counting() {
        calls++;
        return Optional.of(INSIDE);
    }

    private static Supplier<Optional<InetAddress>> peer(InetAddress address) {
        return () -> Optional.of(address);
    }

    private static @Nullable String code(ProxyTrust trust, Headers headers, Supplier<Optional<InetAddress>> peer) {
        UntrustedHeadersException refusal = TrustOutcomes.refusal(trust, headers, peer);
        return refusal == null ? null : refusal.code();
    }

    private static InetAddress address(int... octets) {
        return Addresses.ipv4(octets);
    }
}
