package com.authgear.headers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.HeaderSource;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.UntrustedHeadersException;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;

/** Whatever is configured as a trusted proxy: a strict literal, or a refusal; and the peers within it and no others. */
final class RangeFuzzTests {
    private static final HeaderSource NO_SESSION =
            HeaderSource.of(Map.of(AuthgearHeader.SESSION_VALID.wireName(), List.of("false")));
    private static final Tally TALLY = new Tally("ranges");

    @FuzzTest(maxExecutions = 5_000_000, maxDuration = "")
    void rangeIsReadAsItIsWritten(FuzzedDataProvider data) throws UnknownHostException {
        RangeMaker maker = new RangeMaker(data);
        String text = maker.text();
        Optional<ExpectedRange> expected = ExpectedRange.parse(text);
        Optional<ProxyTrust> trust = parse(text);

        assertThat(trust.isPresent()).as(text).isEqualTo(expected.isPresent());
        if (expected.isEmpty()) {
            TALLY.count("no range");
            return;
        }
        byte[] peer = maker.peer(expected.get().network().bytes());
        boolean inside = expected.get().contains(peer);
        assertThat(isTrusted(trust.get(), peer))
                .as(() -> Arrays.toString(peer) + " in " + text)
                .isEqualTo(inside);
        TALLY.count(inside ? "peer inside" : "peer outside");
    }

    @AfterAll
    static void report() {
        TALLY.print();
    }

    private static Optional<ProxyTrust> parse(String text) {
        try {
            return Optional.of(ProxyTrust.trustedProxies(text));
        } catch (IllegalArgumentException e) {
            assertThat(e.getClass()).isEqualTo(IllegalArgumentException.class);
            assertThat(e).hasMessageStartingWith("a trusted proxy");
            return Optional.empty();
        }
    }

    private static boolean isTrusted(ProxyTrust trust, byte[] peer) throws UnknownHostException {
        InetAddress address = InetAddress.getByAddress(peer);
        try {
            AuthgearAuthenticator.builder(trust)
                    .credentialTripwire(false)
                    .build()
                    .authenticate(NO_SESSION, () -> Optional.of(address));
            return true;
        } catch (UntrustedHeadersException untrusted) {
            assertThat(untrusted.code()).isEqualTo("peer_untrusted");
            return false;
        }
    }
}
