package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrustedRangesTests {
    @Test
    void rangeInsideAnotherDoesNotHideTheRestOfIt() {
        String[] table = {"10.0.0.0/8", "10.1.0.0/16", "10.1.2.0/24"};

        assertThat(isTrusted(Addresses.ipv4(10, 0, 0, 0), table)).isTrue();
        assertThat(isTrusted(Addresses.ipv4(10, 1, 2, 3), table)).isTrue();
        assertThat(isTrusted(Addresses.ipv4(10, 200, 0, 1), table)).isTrue();
        assertThat(isTrusted(Addresses.ipv4(11, 0, 0, 0), table)).isFalse();
        assertThat(isTrusted(Addresses.ipv4(9, 255, 255, 255), table)).isFalse();
    }

    @Test
    void familiesDoNotMix() throws UnknownHostException {
        assertThat(isTrusted(Addresses.ipv4(0, 0, 0, 1), "::/1")).isFalse();
        assertThat(isTrusted(address("::1"), "0.0.0.0/1")).isFalse();
        assertThat(isTrusted(address("::1"), "::/1", "0.0.0.0/1")).isTrue();
        assertThat(isTrusted(Addresses.ipv4(0, 0, 0, 1), "::/1", "0.0.0.0/1")).isTrue();
    }

    @Test
    void addressesWithTheHighestBitAreOrdinary() throws UnknownHostException {
        String[] table = {"ff00::/8", "fe80::1:0:0:0/80", "1::/16", "200.0.0.0/8", "1.0.0.0/8"};

        for (String inside : List.of("ff12::1", "fe80::1:0:0:8000", "1::ffff", "200.1.2.3", "1.2.3.4")) {
            assertThat(isTrusted(address(inside), table)).as(inside).isTrue();
        }
        for (String outside : List.of("fe80::2:0:0:0", "8000::1", "2::", "199.255.255.255", "201.0.0.0", "2.0.0.0")) {
            assertThat(isTrusted(address(outside), table)).as(outside).isFalse();
        }
    }

    @Test
    void bitsBehindThePrefixDoNotMatterWhereverItEnds() throws UnknownHostException {
        for (String range : List.of("fd00::/8", "fd12::/63", "fd12::/64", "fd12:0:0:0:ffff::/80", "fd12::ffff:0:0:1")) {
            assertThat(isTrusted(address("fd12::ffff:0:0:1"), range)).as(range).isTrue();
        }
        for (String range : List.of("fd12:0:0:2::/63", "fd12:0:0:0:8000::/65", "fd12::ffff:0:0:2", "fd12::/80")) {
            boolean covered = range.equals("fd12:0:0:0:8000::/65");
            assertThat(isTrusted(address("fd12::ffff:0:0:1"), range)).as(range).isEqualTo(covered);
        }
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    /** Whether a request from an address is trusted with these ranges. */
    private static boolean isTrusted(InetAddress peer, String... ranges) {
        return ProxyTrust.trustedProxies(ranges).check(Headers.none(), () -> Optional.of(peer)) == null;
    }
}
