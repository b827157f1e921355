package com.authgear.headers.benchmarks;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.Enumeration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The servlet filter around a chain that does nothing, on a request of a real Jetty. */
@State(Scope.Benchmark)
public class FilterBenchmark {
    /** The attribute of the filter's decision, which a new request lacks. */
    static final String DECISION = "com.authgear.headers.servlet.Decision";

    private static final FilterChain NO_OP = (request, response) -> {};

    private final AuthgearHeadersFilter filter = AuthgearHeadersFilter.builder(
                    ProxyTrust.sharedSecret(HeaderBlock.SECRET))
            .parser(parser -> parser.trustRoles(true))
            .build();

    private final HeldRequest held = HeldRequest.of(HeaderBlock.VALID);
    private final HeldRequest.Exchange exchange = held.exchange();

    /** Checks that the filter lets the user in, since a refusal would cost less. */
    @Setup(Level.Trial)
    public void check() throws IOException, ServletException {
        filter.doFilter(exchange.request(), exchange.response(), (request, response) -> {
            if (AuthgearRequests.principal(request).isEmpty()) {
                throw new ServletException("nobody was authenticated");
            }
        });
    }

    /** Stops the server. */
    @TearDown(Level.Trial)
    public void stop() {
        held.close();
    }

    /** A lower bound: the names, once. */
    @Benchmark
    public int names() {
        int count = 0;
        for (Enumeration<String> names = exchange.request().getHeaderNames(); names.hasMoreElements(); ) {
            count += names.nextElement().length();
        }
        return count;
    }

    /** Another lower bound: the nine look-ups. */
    @Benchmark
    public int lookUps() {
        return HandWritten.lookUps(exchange.request()::getHeader);
    }

    /** By hand, without a check. */
    @Benchmark
    public Object handWritten() {
        return HandWritten.read(exchange.request());
    }

    /** All checks, the secret among them. */
    @Benchmark
    public ServletRequest filter() throws IOException, ServletException {
        exchange.request().removeAttribute(DECISION);
        filter.doFilter(exchange.request(), exchange.response(), NO_OP);
        return exchange.request();
    }
}
