package com.authgear.headers.examples.nginxjetty;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.harness.Front;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.ProxyOfThisMachine;
import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.Recipe;
import com.authgear.headers.harness.Started;
import com.authgear.headers.resolverstub.ResolverStub;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is kept between two requests: any NGINX may send any of them to any backend, and each may go and come. */
final class MoreThanOneMachineTests {
    private static final String SECRET = System.getenv(Backend.SECRET_VARIABLE);
    private static final int ENOUGH = 100;

    private final Started started = Started.withExitHook();
    private final List<Backend> backends = new ArrayList<>();
    private final List<Front> fronts = new ArrayList<>();

    @AfterEach
    void stop() {
        started.close();
    }

    @Test
    void machinesGoAndComeAndNobodyIsMixedUp() throws Exception {
        Path nginx = ProxyOfThisMachine.orSkip(ProxyProgram.NGINX);
        ResolverStub resolver = started.start(ResolverStub.builder().build()::start);
        for (int i = 0; i < 3; i++) {
            backends.add(started.start(() -> Main.start(Ports.ANY)));
        }
        for (int i = 0; i < 2; i++) {
            fronts.add(start(nginx, 0, resolver.port()));
        }
        try (Load load = new Load(fronts.stream().map(Front::port).toList())) {
            more(load);
            int port = backends.get(0).port();
            backends.get(0).close();
            more(load);
            backends.set(0, started.start(() -> Main.start(new Ports(0, port, 0))));
            fronts.get(0).close();
            more(load);
            fronts.set(0, start(nginx, fronts.get(0).port(), resolver.port()));
            more(load);
            assertThat(load.mixedUp()).isEmpty();
        }
        // The one that came back is all that is left.
        backends.get(1).close();
        backends.get(2).close();
        for (Front front : fronts) {
            until(() -> Load.allAreServed(front.port()));
        }
    }

    private Front start(Path nginx, int port, int resolver) throws IOException {
        String servers = backends.stream()
                .map(backend -> "server 127.0.0.1:" + backend.port() + " fail_timeout=1s;")
                .collect(Collectors.joining(" "));
        Recipe recipe = Recipe.of(Path.of("../proxies/nginx"), new Ports(port, 0, resolver), SECRET)
                .with("# include services.conf;", "upstream application { " + servers + " }")
                .with("http://127.0.0.1:8081", "http://application");
        return ProxyProgram.NGINX.start(started, nginx, recipe);
    }

    private static void more(Load load) {
        int before = load.answered();
        until(() -> load.answered() > before + ENOUGH);
    }

    private static void until(Callable<Boolean> holds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!holds(holds)) {
            assertThat(System.nanoTime()).as("still not so").isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private static boolean holds(Callable<Boolean> holds) {
        try {
            return holds.call();
        } catch (Exception e) {
            return false;
        }
    }
}
