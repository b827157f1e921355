package com.authgear.headers.benchmarks;

import com.authgear.headers.harness.ProxyProgram;
import com.authgear.headers.harness.Wrk;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.catalina.LifecycleException;

/**
 * Loads Jetty and Tomcat with wrk.
 *
 * @param pairs how often, without the filter and with it
 * @param seconds how long each takes
 */
record LoadMeasurement(int pairs, int seconds) {
    private static final int CLIENTS = 16;
    private static final Map<String, Double> MILLIS = Map.of("us", 0.001, "ms", 1.0, "s", 1_000.0);

    List<Load> run() throws IOException, LifecycleException {
        Wrk wrk = new Wrk(
                ProxyProgram.find("wrk", System.getenv().getOrDefault("PATH", ""))
                        .orElseThrow(() -> new IllegalArgumentException("wrk is not installed (apt-get install wrk)")),
                Duration.ofSeconds(seconds),
                CLIENTS);
        try (LoadedServer jetty = LoadedServer.jetty();
                LoadedServer tomcat = LoadedServer.tomcat()) {
            return List.of(load("Jetty 12.1", wrk, jetty), load("Tomcat 11", wrk, tomcat));
        }
    }

    /** Every second pair starts with the filter, so that neither always runs on the warmer machine. */
    private Load load(String container, Wrk wrk, LoadedServer server) throws IOException {
        List<Load.Pair> measured = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            boolean filterFirst = i % 2 == 1;
            Wrk.Result first = ask(wrk, server, filterFirst);
            Wrk.Result second = ask(wrk, server, !filterFirst);
            measured.add(filterFirst ? pair(second, first) : pair(first, second));
        }
        return new Load(container, measured);
    }

    private static Wrk.Result ask(Wrk wrk, LoadedServer server, boolean filtered) throws IOException {
        List<String> headers = HeaderBlock.VALID.fields().stream()
                .map(field -> field.getName() + ": " + field.getValue())
                .toList();
        String path = filtered ? LoadedServer.FILTERED : LoadedServer.PLAIN;
        return wrk.run("http://127.0.0.1:" + server.port() + path, headers);
    }

    private static Load.Pair pair(Wrk.Result without, Wrk.Result with) {
        return new Load.Pair(
                without.requestsPerSecond(),
                with.requestsPerSecond(),
                millis(without.slowest()),
                millis(with.slowest()));
    }

    /** As wrk writes a time: {@code 145.00us}. */
    static double millis(String written) {
        String unit = written.replaceAll("[0-9.]", "");
        return Double.parseDouble(written.substring(0, written.length() - unit.length()))
                * MILLIS.getOrDefault(unit, Double.NaN);
    }
}
