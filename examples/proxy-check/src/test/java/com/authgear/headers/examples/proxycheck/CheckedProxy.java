package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.examples.front.Front;
import com.authgear.headers.examples.front.Ports;
import com.authgear.headers.examples.front.Recipe;
import com.authgear.headers.examples.front.Started;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** A proxy of this machine with the check on both its sides. */
final class CheckedProxy implements AutoCloseable {
    private static final String SECRET = "the-secret-of-the-tests-and-of-nothing-else";

    private final Started started = Started.withExitHook();
    private final ProxyCheck check;
    private final ProxyTarget target;

    private CheckedProxy(Path folder, Starter starter) throws IOException {
        try {
            check = started.start(() -> ProxyCheck.start(0, 0));
            Ports ports = new Ports(0, check.backendPort(), check.resolverPort());
            Front front = starter.start(started, Recipe.of(folder, ports, SECRET));
            target = ProxyTarget.of(URI.create("http://127.0.0.1:" + front.port()))
                    .withPatience(Duration.ofSeconds(10));
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    /** Starts a proxy with files that it may change before. */
    @FunctionalInterface
    interface Starter {
        Front start(Started started, Recipe recipe) throws IOException;
    }

    static CheckedProxy start(Path folder, Starter starter) throws IOException {
        return new CheckedProxy(folder, starter);
    }

    ProxyTarget target() {
        return target;
    }

    List<Result> run(ProxyTarget aimed, Predicate<String> chosen) throws IOException {
        check.awaitProxy(aimed, Duration.ZERO);
        return check.run(aimed, chosen, (number, of, name) -> {});
    }

    @Override
    public void close() {
        started.close();
    }
}
