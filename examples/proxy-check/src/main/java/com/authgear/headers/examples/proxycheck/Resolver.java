package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.resolverstub.Fault;
import com.authgear.headers.resolverstub.RecordedRequest;
import com.authgear.headers.resolverstub.ResolverStub;
import com.authgear.headers.resolverstub.UserTable;
import java.io.IOException;
import java.util.List;

/** The resolver stub of one run, which can be stopped and come back at the same port. Not thread-safe. */
final class Resolver implements AutoCloseable {
    private final UserTable users;
    private ResolverStub stub;

    private Resolver(UserTable users, ResolverStub stub) {
        this.users = users;
        this.stub = stub;
    }

    static Resolver start(int port, UserTable users) throws IOException {
        return new Resolver(users, listen(port, users));
    }

    /**
     * It answers for every host, since the operator's proxy asks for the operator's project. It sends the
     * authentication methods, so that a proxy that keeps the client's own is detected.
     */
    private static ResolverStub listen(int port, UserTable users) throws IOException {
        try {
            return ResolverStub.builder()
                    .port(port)
                    .users(users)
                    .amr(true)
                    .build()
                    .start();
        } catch (IOException e) {
            throw ProxyCheck.portInUse("the resolver stub", port, "--resolver-port", e);
        }
    }

    int port() {
        return stub.port();
    }

    List<RecordedRequest> requests() {
        return stub.requests();
    }

    /** Runs something while the resolver misbehaves. */
    <T> T during(Fault fault, Procedure<T> procedure) throws IOException {
        stub.fault(fault);
        try {
            return procedure.run();
        } finally {
            stub.fault(Fault.Simple.NONE);
        }
    }

    /** Runs something while nothing listens at its port. */
    <T> T whileStopped(Procedure<T> procedure) throws IOException {
        int port = stub.port();
        stub.close();
        try {
            return procedure.run();
        } finally {
            stub = listen(port, users);
        }
    }

    @Override
    public void close() {
        stub.close();
    }

    /** Something that talks to the proxy. */
    @FunctionalInterface
    interface Procedure<T> {
        T run() throws IOException;
    }
}
