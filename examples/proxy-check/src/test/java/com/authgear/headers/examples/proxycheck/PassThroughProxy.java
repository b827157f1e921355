package com.authgear.headers.examples.proxycheck;

import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** A proxy without any rule: asks no resolver and forwards every request. */
record PassThroughProxy(Server server) implements AutoCloseable {
    static PassThroughProxy to(int backend) throws IOException {
        return to(backend, 0);
    }

    static PassThroughProxy to(int backend, int port) throws IOException {
        return of(
                new ProxyHandler.Reverse(request ->
                        HttpURI.build(request.getHttpURI()).scheme("http").authority("127.0.0.1", backend)),
                port);
    }

    /** A proxy that does what a handler does. */
    static PassThroughProxy of(Handler handler, int port) throws IOException {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(handler);
        connector.open();
        LifeCycle.start(server);
        return new PassThroughProxy(server);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
