package com.authgear.headers.benchmarks;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.ProxyTrust;
import java.net.InetAddress;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The check whether a request came through the proxy, on a request without other headers. */
@State(Scope.Benchmark)
public class TrustBenchmark {
    private final AuthgearAuthenticator secret = AuthgearAuthenticator.builder(
                    ProxyTrust.sharedSecret(HeaderBlock.SECRET))
            .build();
    private final HttpFields secretAlone = HeaderParsing.parse(
            HeaderBlock.request(Stream.of(HeaderBlock.line(HeaderBlock.SECRET_NAME, HeaderBlock.SECRET))));

    /** Ranges, and peers from all of them in turn. */
    @State(Scope.Benchmark)
    public static class Ranges {
        private static final int PEERS = 64;

        /** Of which family. */
        @Param({"IPV4", "IPV6"})
        Family family = Family.IPV4;

        /** How many. */
        @Param({"1", "16", "256"})
        int ranges = 1;

        private AuthgearAuthenticator authenticator =
                AuthgearAuthenticator.builder(ProxyTrust.trustEveryPeer()).build();
        private InetAddress[] peers = {};
        private int next;

        /** Once a run. */
        @Setup
        public void fill() {
            authenticator = authenticator(family, ranges);
            // 61 is prime to the number of ranges: the peers come in no order.
            peers = IntStream.range(0, PEERS)
                    .mapToObj(i -> family.peer(i * 61 % ranges))
                    .toArray(InetAddress[]::new);
        }

        InetAddress peer() {
            next = (next + 1) % PEERS;
            return peers[next];
        }
    }

    static AuthgearAuthenticator authenticator(Family family, int ranges) {
        String[] all = IntStream.range(0, ranges).mapToObj(family::range).toArray(String[]::new);
        return AuthgearAuthenticator.builder(ProxyTrust.trustedProxies(all)).build();
    }

    /** By address. */
    @Benchmark
    public AuthgearSession address(Ranges ranges) {
        return ranges.authenticator.authenticate(new JettyFields(HttpFields.EMPTY), () -> Optional.of(ranges.peer()));
    }

    /** By secret. */
    @Benchmark
    public AuthgearSession sharedSecret() {
        return secret.authenticate(new JettyFields(secretAlone), Optional::empty);
    }
}
