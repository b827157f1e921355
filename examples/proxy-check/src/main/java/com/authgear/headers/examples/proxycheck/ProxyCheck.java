package com.authgear.headers.examples.proxycheck;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tests a proxy from both sides: starts a backend and a resolver that record what reaches them, and sends the requests
 * of the checks to the proxy. Listens on 127.0.0.1 and connects to the proxy only. Not thread-safe.
 */
public final class ProxyCheck implements AutoCloseable {
    private final UsersOfRun users = new UsersOfRun();
    private final EchoBackend backend;
    private final Resolver resolver;

    private ProxyCheck(int backendPort, int resolverPort) throws IOException {
        backend = EchoBackend.start(backendPort);
        try {
            resolver = Resolver.start(resolverPort, users.table());
        } catch (IOException | RuntimeException e) {
            backend.close();
            throw e;
        }
    }

    /** Starts both; a port is 0 for any free one. */
    public static ProxyCheck start(int backendPort, int resolverPort) throws IOException {
        return new ProxyCheck(backendPort, resolverPort);
    }

    /** The port that the proxy must forward requests to. */
    public int backendPort() {
        return backend.port();
    }

    /** The port at which the proxy must ask the resolver. */
    public int resolverPort() {
        return resolver.port();
    }

    /**
     * Waits until a request of a user reaches the backend through the proxy.
     *
     * @param target the proxy
     * @param deadline how long
     * @param waiting receives each new obstacle
     * @throws ProxyNotReadyException with the obstacle, at the deadline
     */
    public void awaitProxy(ProxyTarget target, Duration deadline, Consumer<String> waiting) throws IOException {
        new Preflight(bench(target), backend, resolver).await(deadline, waiting);
    }

    /**
     * Runs the checks one after the other.
     *
     * @param target the proxy
     * @param chosen which checks to run, by name; the others are reported as skipped
     * @param progress told of each check before it runs
     */
    public List<Result> run(ProxyTarget target, Predicate<String> chosen, Progress progress) throws IOException {
        Bench bench = bench(target);
        bench.learn();
        List<Check> checks = checks(target);
        List<Result> results = new ArrayList<>();
        for (Check check : checks) {
            if (chosen.test(check.name())) {
                progress.running(results.size() + 1, checks.size(), check.name());
                results.add(Result.of(check, check.procedure().run(bench)));
            } else {
                results.add(Result.skipped(check));
            }
        }
        return results;
    }

    /** All checks, in the order they run: those that stop the resolver come last. */
    static List<Check> checks(ProxyTarget target) {
        return Stream.of(
                        IdentityChecks.list(),
                        ForgeryChecks.list(),
                        NominationChecks.list(),
                        target.secretHeader().stream().flatMap(SecretChecks::list),
                        PathChecks.list(target),
                        ResolverChecks.list(),
                        BypassChecks.list(),
                        CacheChecks.list(),
                        PassingChecks.list(),
                        Stream.of(WebSocketCheck.of()),
                        FaultChecks.list())
                .flatMap(checks -> checks)
                .toList();
    }

    private Bench bench(ProxyTarget target) {
        return new Bench(target, users, backend, resolver);
    }

    @Override
    public void close() {
        resolver.close();
        backend.close();
    }

    static IOException portInUse(String name, int port, String option, IOException cause) {
        return new IOException(
                "port " + port + " for " + name + " is in use: stop what listens there, or choose another with "
                        + option + "=<port>",
                cause);
    }

    /** Receives the progress of the checks. */
    @FunctionalInterface
    public interface Progress {
        void running(int number, int of, String name);
    }
}
