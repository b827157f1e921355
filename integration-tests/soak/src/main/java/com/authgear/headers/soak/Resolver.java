package com.authgear.headers.soak;

import com.authgear.headers.resolverstub.Fault;
import com.authgear.headers.resolverstub.ResolverStub;
import java.io.IOException;
import java.time.Duration;

/** The resolver stub, which comes back on its port after it was killed. */
final class Resolver implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final int port;
    private volatile ResolverStub stub;

    private Resolver(ResolverStub stub) {
        this.stub = stub;
        port = stub.port();
    }

    static Resolver start() throws IOException {
        return new Resolver(onPort(0));
    }

    int port() {
        return port;
    }

    void fault(Fault fault) {
        stub.fault(fault);
    }

    /** Every request in it loses its connection. */
    void kill() {
        stub.close();
    }

    /** Meanwhile its port may serve an outgoing connection: it is had when that one is over. */
    void restart() throws IOException {
        if (!Waiting.until(this::isStarted, PATIENCE)) {
            throw new IOException("the resolver stub cannot have its port " + port + " back");
        }
    }

    @Override
    public void close() {
        stub.close();
    }

    private boolean isStarted() {
        try {
            stub = onPort(port);
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }

    private static ResolverStub onPort(int port) throws IOException {
        return ResolverStub.builder()
                .port(port)
                .host("app.authgear.example")
                .trustProxy(true)
                .users(People.known())
                .build()
                .start();
    }
}
