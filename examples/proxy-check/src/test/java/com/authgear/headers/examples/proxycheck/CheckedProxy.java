package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.harness.Front;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.ProxyOfThisMachine;
import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.Recipe;
import com.authgear.headers.harness.Started;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A proxy of this machine, between the client and the backend of the check. */
final class CheckedProxy implements AutoCloseable {
    static final String SECRET = "the-secret-of-the-tests-and-of-nothing-else";

    private final Started started = Started.withExitHook();
    private final ProxyCheck check;
    private final URI address;

    private CheckedProxy(Starter starter) throws IOException {
        try {
            check = started.start(() -> ProxyCheck.start(0, 0));
            Front front = starter.start(started, new Ports(0, check.backendPort(), check.resolverPort()));
            address = URI.create("http://127.0.0.1:" + front.port());
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** Starts a proxy. */
    @FunctionalInterface
    interface Starter {
        Front start(Started started, Ports ports) throws IOException;
    }

    /** A program of this machine with the changed files of a recipe; the test is skipped if it is not installed. */
    static CheckedProxy of(ProxyProgram program, Path folder, UnaryOperator<Recipe> changes) throws IOException {
        Path executable = ProxyOfThisMachine.orSkip(program);
        return new CheckedProxy((started, ports) ->
                program.start(started, executable, changes.apply(Recipe.of(folder, ports, SECRET))));
    }

    URI address() {
        return address;
    }

    /** As the recipes are set up, with one more path. */
    ProxyTarget target() {
        return ProxyTarget.of(address)
                .withPaths("/", "/deep")
                .withOpenPaths("/health")
                .withPatience(Duration.ofSeconds(20));
    }

    List<Result> run(ProxyTarget target, Predicate<String> chosen) throws IOException {
        check.awaitProxy(target, Duration.ZERO, obstacle -> {});
        return check.run(target, chosen, (number, of, name) -> {});
    }

    /** The names of the checks that failed. */
    static Set<String> failed(List<Result> results) {
        return results.stream().filter(Result::failed).map(Result::name).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        started.close();
    }
}
