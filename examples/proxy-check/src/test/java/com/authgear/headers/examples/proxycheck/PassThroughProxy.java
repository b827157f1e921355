package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.examples.front.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Server;

/** A proxy without any rule: asks nobody, and passes on what it gets. */
final class PassThroughProxy implements AutoCloseable {
    private final LoopbackServer server;

    private PassThroughProxy(LoopbackServer server) {
        this.server = server;
    }

    static PassThroughProxy to(int backend) throws IOException {
        return to(backend, 0);
    }

    static PassThroughProxy to(int backend, int port) throws IOException {
        Server jetty = new Server();
        jetty.setHandler(new ProxyHandler.Reverse(
                request -> HttpURI.build(request.getHttpURI()).scheme("http").authority("127.0.0.1", backend)));
        return new PassThroughProxy(LoopbackServer.start("the proxy", jetty, port, "-"));
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.close();
    }
}
