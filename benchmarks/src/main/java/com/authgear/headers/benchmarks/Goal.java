package com.authgear.headers.benchmarks;

import java.util.function.ToDoubleFunction;

/** The goals, each a ratio of two measurements of the same run. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state, which Error Prone cannot know.
enum Goal {
    PARSE_TIME("parse, valid: time by hand", 1.0, times("ParseBenchmark.parse VALID", "ParseBenchmark.handWritten")),
    PARSE_BYTES("parse, valid: bytes by hand", 0.65, bytes("ParseBenchmark.parse VALID", "ParseBenchmark.handWritten")),
    PARSE_STRETCH(
            "(stretch) parse, valid: nine look-ups",
            1.5,
            times("ParseBenchmark.parse VALID", "ParseBenchmark.lookUps")),
    NONE("parse, none: time by hand", 0.5, times("ParseBenchmark.parse NONE", "ParseBenchmark.handWritten")),
    INVALID("parse, invalid: time by hand", 0.5, times("ParseBenchmark.parse INVALID", "ParseBenchmark.handWritten")),
    FILTER("servlet filter: time by hand", 2.5, times("FilterBenchmark.filter", "FilterBenchmark.handWritten")),
    FILTER_STRETCH(
            "(stretch) servlet filter: time by hand",
            2.0,
            times("FilterBenchmark.filter", "FilterBenchmark.handWritten")),
    ADAPTER_TIME(
            "Spring adapter: time of Spring's filter",
            0.5,
            times("SpringBenchmark.adapter JETTY", "SpringBenchmark.requestHeader JETTY")),
    ADAPTER_BYTES(
            "Spring adapter: bytes of Spring's filter",
            0.25,
            bytes("SpringBenchmark.adapter JETTY", "SpringBenchmark.requestHeader JETTY")),
    JWT("whole decision: time of an RS256 token", 0.02, times("ParseBenchmark.authenticate", "JwtBenchmark.rs256")),
    RANGES_IPV4(
            "256 ranges of IPv4: time of one",
            2.0,
            times("TrustBenchmark.address IPV4 256", "TrustBenchmark.address IPV4 1")),
    RANGES_IPV6(
            "256 ranges of IPv6: time of one",
            2.0,
            times("TrustBenchmark.address IPV6 256", "TrustBenchmark.address IPV6 1")),
    /** The share of the throughput that the filter costs. */
    JETTY(
            "Jetty under wrk: throughput lost",
            0.03,
            results -> 1 - results.load("Jetty").ratio()),
    TOMCAT(
            "Tomcat under wrk: throughput lost",
            0.03,
            results -> 1 - results.load("Tomcat").ratio());

    private final String title;
    private final double atMost;
    private final ToDoubleFunction<Results> ratio;

    Goal(String title, double atMost, ToDoubleFunction<Results> ratio) {
        this.title = title;
        this.atMost = atMost;
        this.ratio = ratio;
    }

    String title() {
        return title;
    }

    double atMost() {
        return atMost;
    }

    double ratio(Results results) {
        return ratio.applyAsDouble(results);
    }

    boolean isMet(Results results) {
        return ratio(results) <= atMost;
    }

    private static ToDoubleFunction<Results> times(String ours, String yardstick) {
        return results -> results.of(ours).times(results.of(yardstick));
    }

    private static ToDoubleFunction<Results> bytes(String ours, String yardstick) {
        return results -> results.of(ours).bytesTo(results.of(yardstick));
    }
}
