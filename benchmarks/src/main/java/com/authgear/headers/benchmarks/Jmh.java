package com.authgear.headers.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs JMH in rounds of all benchmarks, so that compared figures were measured within the same minutes.
 *
 * @param rounds how often
 * @param iterations as many to warm up and as many to measure, in a virtual machine of its own
 * @param millis how long each takes
 */
record Jmh(int rounds, int iterations, int millis) {
    List<Measurement> run(String pattern) throws RunnerException {
        Map<String, List<Double>> nanos = new LinkedHashMap<>();
        Map<String, Double> bytes = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (RunResult result : round(pattern)) {
                String name = name(result.getParams());
                nanos.computeIfAbsent(name, key -> new ArrayList<>())
                        .add(result.getPrimaryResult().getScore());
                bytes.put(name, allocated(result));
            }
        }
        return nanos.entrySet().stream()
                .map(entry ->
                        new Measurement(entry.getKey(), entry.getValue(), bytes.getOrDefault(entry.getKey(), 0.0)))
                .toList();
    }

    private Collection<RunResult> round(String pattern) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include(pattern)
                        .mode(Mode.AverageTime)
                        .timeUnit(TimeUnit.NANOSECONDS)
                        .forks(1)
                        .warmupIterations(iterations)
                        .warmupTime(TimeValue.milliseconds(millis))
                        .measurementIterations(iterations)
                        .measurementTime(TimeValue.milliseconds(millis))
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .build())
                .run();
    }

    private static double allocated(RunResult result) {
        return Objects.requireNonNull(result.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore();
    }

    /** {@code ParseBenchmark.parse VALID}. */
    private static String name(BenchmarkParams params) {
        String method = params.getBenchmark().replaceFirst(".*\\.(?=[A-Z])", "");
        return params.getParamsKeys().stream()
                .map(params::getParam)
                .collect(Collectors.joining(" ", method + " ", ""))
                .trim();
    }
}
