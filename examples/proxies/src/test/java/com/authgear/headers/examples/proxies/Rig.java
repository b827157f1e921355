package com.authgear.headers.examples.proxies;

import com.authgear.headers.harness.Front;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.ProxyOfThisMachine;
import com.authgear.headers.harness.ProxyProcess;
import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.harness.Recipe;
import com.authgear.headers.harness.Started;
import com.authgear.headers.resolverstub.ResolverStub;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A proxy between a resolver stub and a backend that tells what reached it. */
public final class Rig implements AutoCloseable {
    public static final String SECRET = "the-secret-of-the-tests-and-of-nothing-else";
    static final String PROJECT = "app.authgear.example";

    private final Started started = Started.withExitHook();
    private final ResolverStub resolver;
    private final EchoBackend backend;
    private final Front front;

    public Rig(Starter starter) throws IOException {
        try {
            resolver = started.start(ResolverStub.builder()
                    .host(PROJECT)
                    .trustProxy(true)
                    .amr(true)
                    .build()::start);
            backend = started.start(EchoBackend::new);
            front = starter.start(started, new Ports(0, backend.port(), resolver.port()));
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** Starts the proxy. */
    @FunctionalInterface
    public interface Starter {
        Front start(Started started, Ports ports) throws IOException;
    }

    /** The recipe of a program of this machine; skips where there is none. */
    static Rig of(ProxyProgram program) throws IOException {
        return switch (program) {
            case NGINX -> nginx(UnaryOperator.identity());
            case TRAEFIK -> traefik();
            default -> of(program, Path.of(program.command()), UnaryOperator.identity());
        };
    }

    private static Rig traefik() throws IOException {
        String question = freeAddress();
        Rig rig = of(ProxyProgram.TRAEFIK, Path.of("traefik"), recipe -> recipe.with("127.0.0.1:8083", question));
        // It listens before it has read its rules.
        Waiting.until(() -> rig.get("/health").status() == 200);
        return rig;
    }

    /** With a program of this machine; skips where there is none. */
    static Rig of(ProxyProgram program, Path folder, UnaryOperator<Recipe> changes) throws IOException {
        Path executable = ProxyOfThisMachine.orSkip(program);
        return new Rig((started, ports) ->
                program.start(started, executable, changes.apply(Recipe.of(folder, ports, SECRET))));
    }

    /** NGINX, with what is to be turned on of its optional files. */
    static Rig nginx(UnaryOperator<Recipe> changes) throws IOException {
        return of(ProxyProgram.NGINX, Path.of("nginx"), changes);
    }

    /** The same with lines that are commented out turned on. */
    static Recipe on(Recipe recipe, String... lines) {
        Recipe changed = recipe;
        for (String line : lines) {
            changed = changed.with("# " + line, line);
        }
        return changed;
    }

    /** An address of this machine where nobody listens yet. */
    static String freeAddress() throws IOException {
        return "127.0.0.1:" + ProxyProcess.freePort(0);
    }

    public ResolverStub resolver() {
        return resolver;
    }

    public EchoBackend backend() {
        return backend;
    }

    Front front() {
        return front;
    }

    public RawClient client() {
        return RawClient.of(front.port());
    }

    public RawResponse get(String target, String... lines) throws IOException {
        return client().send(RawRequest.get(target, lines));
    }

    /** How often the resolver was asked. */
    long questions() {
        return resolver.requests().stream()
                .filter(request -> request.path().equals("/_resolver/resolve"))
                .count();
    }

    @Override
    public void close() {
        started.close();
    }
}
