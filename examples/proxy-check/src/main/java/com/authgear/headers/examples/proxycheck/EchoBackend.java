package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.examples.front.LoopbackServer;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;

/** Stands where the application would, accepts everything, and remembers what reaches it. Thread-safe. */
final class EchoBackend implements AutoCloseable {
    /** Tells which request of the check arrived: a proxy passes on headers that it does not know. */
    static final String NONCE = "X-Proxy-Check";

    private final LoopbackServer server;
    private final EchoHandler handler;
    private final AtomicLong nonces = new AtomicLong();

    private EchoBackend(LoopbackServer server, EchoHandler handler) {
        this.server = server;
        this.handler = handler;
    }

    static EchoBackend start(int port) throws IOException {
        Server jetty = new Server();
        EchoHandler handler = new EchoHandler(jetty);
        jetty.setHandler(handler);
        jetty.setErrorHandler(handler.refusals());
        return new EchoBackend(
                LoopbackServer.start("the echo backend", jetty, tolerant(), port, "--backend-port"), handler);
    }

    /** What this Jetty refused, another server might have taken. */
    private static HttpConfiguration tolerant() {
        HttpConfiguration http = new HttpConfiguration();
        http.setHttpCompliance(HttpCompliance.RFC2616_LEGACY);
        http.setUriCompliance(UriCompliance.UNSAFE);
        http.setRequestHeaderSize(65_536);
        return http;
    }

    int port() {
        return server.port();
    }

    /** Begins to remember requests with a nonce that nobody had. */
    String expect() {
        String nonce = "check-" + nonces.incrementAndGet();
        handler.expect(nonce);
        return nonce;
    }

    /** What arrived with a nonce; forgets it. */
    List<Arrival> arrivals(String nonce) {
        return handler.take(nonce);
    }

    /** How many requests arrived without one. */
    long strangers() {
        return handler.strangers();
    }

    @Override
    public void close() {
        server.close();
    }
}
