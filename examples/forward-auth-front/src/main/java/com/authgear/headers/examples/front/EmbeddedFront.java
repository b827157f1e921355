package com.authgear.headers.examples.front;

import com.authgear.headers.harness.Front;
import com.authgear.headers.harness.Ports;
import java.io.IOException;
import org.eclipse.jetty.server.Server;

/** A Jetty that keeps the rules of the NGINX files, for machines without NGINX. For these examples only. */
final class EmbeddedFront implements Front {
    private final LoopbackServer server;

    private EmbeddedFront(LoopbackServer server) {
        this.server = server;
    }

    static EmbeddedFront start(Ports ports, String secret) throws IOException {
        Server jetty = new Server();
        jetty.setHandler(new ForwardAuthHandler(ports.backend(), ports.resolver(), secret));
        return new EmbeddedFront(LoopbackServer.start("the front", jetty, ports.front(), "FRONT_PORT"));
    }

    @Override
    public String description() {
        return "embedded Jetty front (not NGINX)";
    }

    @Override
    public int port() {
        return server.port();
    }

    /** Jetty's proxy sends the handshake on as a plain request. */
    @Override
    public boolean passesUpgrades() {
        return false;
    }

    @Override
    public void close() {
        server.close();
    }
}
