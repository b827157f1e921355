package com.authgear.headers.benchmarks;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** The Spring Security adapter and Spring's own filter for headers, each on the same request object. */
@State(Scope.Benchmark)
public class SpringBenchmark {
    private static final FilterChain NO_OP = (request, response) -> {};

    /** A request of a real Jetty, or Spring's mock. */
    @Param({"JETTY", "MOCK"})
    RequestKind request = RequestKind.JETTY;

    private final Filter adapter = SpringFilters.adapter();
    private final Filter requestHeader = SpringFilters.requestHeader(false);
    private final Filter requestHeaderStateless = SpringFilters.requestHeader(true);

    private final HeldRequest held = HeldRequest.of(HeaderBlock.VALID);
    private HeldRequest.Exchange exchange = held.exchange();

    /** Where the request comes from. */
    public enum RequestKind {
        /** Of a server. */
        JETTY,
        /** Of Spring's tests. */
        MOCK
    }

    /** Chooses the request, and checks that each filter finds the user. */
    @Setup(Level.Trial)
    public void choose() throws IOException, ServletException {
        exchange = request == RequestKind.JETTY ? held.exchange() : mock();
        for (Filter filter : List.of(adapter, requestHeader, requestHeaderStateless)) {
            Objects.requireNonNull(authentication(filter), "nobody was authenticated");
        }
    }

    /** Stops the server. */
    @TearDown(Level.Trial)
    public void stop() {
        held.close();
    }

    /** Ours. */
    @Benchmark
    public @Nullable Object adapter() throws IOException, ServletException {
        exchange.request().removeAttribute(FilterBenchmark.DECISION);
        return authentication(adapter);
    }

    /** Spring's, with its defaults: the identity is stored in the HTTP session. */
    @Benchmark
    public @Nullable Object requestHeader() throws IOException, ServletException {
        return authentication(requestHeader);
    }

    /** Spring's, told to keep it in the request. */
    @Benchmark
    public @Nullable Object requestHeaderStateless() throws IOException, ServletException {
        return authentication(requestHeaderStateless);
    }

    private @Nullable Object authentication(Filter filter) throws IOException, ServletException {
        filter.doFilter(exchange.request(), exchange.response(), NO_OP);
        @Nullable Object result = SecurityContextHolder.getContext().getAuthentication();
        SecurityContextHolder.clearContext();
        return result;
    }

    private static HeldRequest.Exchange mock() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/page");
        HeaderBlock.VALID.fields().forEach(line -> request.addHeader(line.getName(), line.getValue()));
        return new HeldRequest.Exchange(request, new MockHttpServletResponse());
    }
}
