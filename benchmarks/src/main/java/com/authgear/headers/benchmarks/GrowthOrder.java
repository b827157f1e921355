package com.authgear.headers.benchmarks;

import java.util.List;
import java.util.Locale;

/** How fast the time grows: order 1 is linear, order 0 constant. */
final class GrowthOrder {
    private static final String PREFIX = "GrowthBenchmark.";

    private GrowthOrder() {}

    static List<Measurement> measured(Results results) {
        return results.measurements().stream()
                .filter(measurement -> measurement.name().startsWith(PREFIX))
                .toList();
    }

    /** {@code headers-100}. */
    static String title(Measurement measured) {
        return measured.name()
                .substring(PREFIX.length())
                .replace("request ", "")
                .replace("ranges ", "ranges-");
    }

    /** The exponent of the power law between two sizes; empty if the two differ in kind. */
    static String between(Measurement small, Measurement large) {
        return kind(small).equals(kind(large)) && size(large) > size(small)
                ? String.format(
                        Locale.ROOT,
                        "%.2f",
                        Math.log(large.time() / small.time()) / Math.log(size(large) / size(small)))
                : "";
    }

    private static String kind(Measurement measured) {
        return title(measured).replaceFirst("-.*", "");
    }

    private static double size(Measurement measured) {
        return Double.parseDouble(title(measured).replaceFirst(".*-", ""));
    }
}
