package com.authgear.headers.examples.front;

import com.authgear.headers.harness.Front;
import com.authgear.headers.harness.PortInUseException;
import com.authgear.headers.harness.Ports;
import java.io.IOException;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;

/** A Jetty that keeps the rules of the NGINX files, for machines without NGINX. For these examples only. */
public final class EmbeddedFront implements Front {
    private final Server server = new Server();
    private final ServerConnector connector;

    private EmbeddedFront(Ports ports, String secret) {
        server.setHandler(new ForwardAuthHandler(ports.backend(), ports.resolver(), secret));
        HttpConfiguration http = new HttpConfiguration();
        // By default a connection remembers values whatever their case, and a credential must not come as another.
        http.setHeaderCacheCaseSensitive(true);
        connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost("127.0.0.1");
        connector.setPort(ports.front());
        server.addConnector(connector);
    }

    public static EmbeddedFront start(Ports ports, String secret) throws IOException {
        EmbeddedFront front = new EmbeddedFront(ports, secret);
        try {
            front.connector.open();
        } catch (IOException e) {
            throw new PortInUseException("the front", ports.front(), "FRONT_PORT", e);
        }
        LifeCycle.start(front.server);
        return front;
    }

    @Override
    public String description() {
        return "embedded Jetty front (not NGINX)";
    }

    @Override
    public int port() {
        return connector.getLocalPort();
    }

    /** Jetty's proxy sends the handshake on as a plain request. */
    @Override
    public boolean passesUpgrades() {
        return false;
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
