package com.authgear.headers.benchmarks;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.AuthgearHeaderParser;
import com.authgear.headers.MalformedHeadersException;
import com.authgear.headers.ProxyTrust;
import java.net.InetAddress;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The whole decision on growing input, up to and beyond what containers accept. */
@State(Scope.Benchmark)
public class GrowthBenchmark {
    private final AuthgearAuthenticator authenticator = AuthgearAuthenticator.builder(
                    ProxyTrust.sharedSecret(HeaderBlock.SECRET))
            .parser(AuthgearHeaderParser.builder().trustRoles(true).build())
            .build();

    /** A request. */
    @State(Scope.Benchmark)
    public static class Sized {
        /** How it grows, and how far. */
        @Param({
            "headers-10",
            "headers-100",
            "headers-1000",
            "headers-10000",
            "bytes-512",
            "bytes-4096",
            "bytes-8192",
            "bytes-65536",
            "roles-1",
            "roles-8",
            "roles-64",
            "roles-200",
            "longest_legal-1",
            "commas_in_amr-8192",
            "commas_in_roles-8192",
            "commas_in_connection-8192",
            "semicolons_in_cookie-8192",
            "names_in_cookie-8192",
            "unknown_names-10000"
        })
        String size = "headers-10";

        HttpFields fields = HttpFields.EMPTY;

        /** Once a run. */
        @Setup
        public void fill() {
            fields = Growth.fields(size);
        }
    }

    /** Far more ranges than operators list. */
    @State(Scope.Benchmark)
    public static class Ranges {
        /** How many. */
        @Param({"1", "16", "256", "4096"})
        int ranges = 1;

        private AuthgearAuthenticator authenticator =
                AuthgearAuthenticator.builder(ProxyTrust.trustEveryPeer()).build();
        private InetAddress peer = InetAddress.getLoopbackAddress();

        /** Once a run. */
        @Setup
        public void fill() {
            authenticator = TrustBenchmark.authenticator(Family.IPV4, ranges);
            peer = Family.IPV4.peer(ranges / 2);
        }
    }

    /** Grows with the request. */
    @Benchmark
    public Object request(Sized sized) {
        try {
            return authenticator.authenticate(new JettyFields(sized.fields), Optional::empty);
        } catch (MalformedHeadersException refused) {
            return refused;
        }
    }

    /** Grows with the configured ranges. */
    @Benchmark
    public Object ranges(Ranges ranges) {
        return ranges.authenticator.authenticate(new JettyFields(HttpFields.EMPTY), () -> Optional.of(ranges.peer));
    }
}
