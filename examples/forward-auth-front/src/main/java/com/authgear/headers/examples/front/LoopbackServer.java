package com.authgear.headers.examples.front;

import com.authgear.headers.harness.PortInUseException;
import java.io.IOException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** A Jetty that listens on 127.0.0.1 only. */
public final class LoopbackServer implements Backend {
    private final Server server;
    private final ServerConnector connector;

    private LoopbackServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** Starts on a port, 0 for any; says whose port it is and which variable changes it if it cannot be had. */
    public static LoopbackServer start(String name, Server server, int port, String variable) throws IOException {
        return start(name, server, new HttpConfiguration(), port, variable);
    }

    /** The same, with rules of its own. */
    public static LoopbackServer start(String name, Server server, HttpConfiguration http, int port, String variable)
            throws IOException {
        // By default a connection remembers values whatever their case, and a credential must not come as another.
        http.setHeaderCacheCaseSensitive(true);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException e) {
            throw new PortInUseException(name, port, variable, e);
        }
        LifeCycle.start(server);
        return new LoopbackServer(server, connector);
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
