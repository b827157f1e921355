package com.authgear.headers.examples.front;

import com.authgear.headers.harness.Front;
import com.authgear.headers.harness.PortInUseException;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.ProxyProcess;
import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.Recipe;
import com.authgear.headers.harness.RowList;
import com.authgear.headers.harness.Started;
import com.authgear.headers.resolverstub.ResolverStub;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Resolver stub, backend and front, started in this order and stopped in the other. */
public final class Deployment implements AutoCloseable {
    private static final String CLIENT_ID = "example";

    private final Started started;
    private final ResolverStub resolver;
    private final Backend backend;
    private final Front front;

    /**
     * Starts everything.
     *
     * @param nginx the program, or empty for the embedded front
     * @param configuration the folder of the NGINX files
     * @param ports where to listen
     * @param starter how to start the backend
     * @param secret what front and backend share
     */
    public Deployment(Optional<Path> nginx, Path configuration, Ports ports, Backend.Starter starter, String secret)
            throws IOException {
        started = Started.withExitHook();
        try {
            // The backend has browsers come back to the front, which starts last.
            int port;
            try (ServerSocket reserved = ProxyProcess.reserve(ports.front())) {
                port = reserved.getLocalPort();
                resolver = started.start(() -> stub(ports.resolver()));
                Ports outside = new Ports(port, ports.backend(), resolver.port());
                backend = started.start(() -> starter.start(outside));
            }
            resolver.client(CLIENT_ID, List.of(address(port) + "/authgear/callback"), List.of(address(port) + "/"));
            Ports inside = new Ports(port, backend.port(), resolver.port());
            front = nginx.isPresent()
                    ? ProxyProgram.NGINX.start(started, nginx.get(), Recipe.of(configuration, inside, secret))
                    : started.start(() -> EmbeddedFront.start(inside, secret));
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    public ResolverStub resolver() {
        return resolver;
    }

    public Backend backend() {
        return backend;
    }

    public Front front() {
        return front;
    }

    /** {@return the address of a port of this machine} */
    public static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** {@return an empty table of requests through the front, or past it} */
    public RowList rows() {
        return new RowList(RawClient.of(front.port()), RawClient.of(backend.port()));
    }

    @Override
    public void close() {
        started.close();
    }

    private static ResolverStub stub(int port) throws IOException {
        // As a resolver behind TRUST_PROXY: a question for another host is one for another project. And as one that
        // tells the methods, which no server that was released so far does.
        ResolverStub stub = ResolverStub.builder()
                .port(port)
                .host("app.authgear.example")
                .trustProxy(true)
                .amr(true)
                .build();
        try {
            return stub.start();
        } catch (IOException e) {
            throw new PortInUseException("the resolver stub", port, "RESOLVER_PORT", e);
        }
    }
}
