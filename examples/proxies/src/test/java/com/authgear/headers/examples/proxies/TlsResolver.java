package com.authgear.headers.examples.proxies;

import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import javax.net.ssl.SSLContext;

/** A resolver over https that knows bob only, whoever asks. */
final class TlsResolver implements AutoCloseable {
    private final HttpsServer server;

    TlsResolver(SSLContext certificate) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate));
        server.createContext("/_resolver/resolve", exchange -> {
            AuthgearHeaderWriter.write(
                    new AuthgearSession.Valid(AuthgearPrincipal.builder("bob")
                            .authenticatedAt(Instant.now())
                            .build()),
                    exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
