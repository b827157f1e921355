package com.authgear.headers.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The results of one run.
 *
 * @param taken when, where and how
 * @param measurements of JMH
 * @param loads of wrk
 * @param startUps of Spring Boot
 * @param jars sizes in bytes
 */
record Results(
        Map<String, String> taken,
        List<Measurement> measurements,
        List<Load> loads,
        List<StartUp> startUps,
        Map<String, Long> jars) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Results read(Path file) {
        return JSON.readValue(file.toFile(), Results.class);
    }

    void write(Path file) {
        JSON.writeValue(file.toFile(), this);
    }

    Measurement of(String name) {
        return measurements.stream()
                .filter(measurement -> measurement.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not measured: " + name));
    }

    Load load(String container) {
        return loads.stream()
                .filter(load -> load.container().startsWith(container))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not measured: " + container));
    }
}
