package com.authgear.headers.benchmarks;

import java.util.List;
import java.util.function.Function;

/**
 * A container under load, without the filter and with it in turn.
 *
 * @param container its name
 * @param pairs what was measured, one after the other
 */
record Load(String container, List<Pair> pairs) {
    /** The median lies between two of these ranks with a confidence of about 95 %: half of 1.96 standard deviations. */
    private static final double HALF_INTERVAL = 0.98;

    /**
     * Two runs of the same requests.
     *
     * @param without requests a second without the filter
     * @param with requests a second with it
     * @param slowestWithout milliseconds that 99 of 100 answers kept without the filter
     * @param slowestWith the same with it
     */
    record Pair(double without, double with, double slowestWithout, double slowestWith) {
        double ratio() {
            return with / without;
        }
    }

    double ratio() {
        return median(Pair::ratio);
    }

    double slowestRatio() {
        return median(pair -> pair.slowestWith() / pair.slowestWithout());
    }

    double lower() {
        return ratios().get(rank());
    }

    double upper() {
        return ratios().get(pairs.size() - 1 - rank());
    }

    double without() {
        return median(Pair::without);
    }

    double with() {
        return median(Pair::with);
    }

    private double median(Function<Pair, Double> value) {
        return Measurement.median(pairs.stream().map(value).toList());
    }

    private List<Double> ratios() {
        return pairs.stream().map(Pair::ratio).sorted().toList();
    }

    private int rank() {
        return (int) Math.max(0, pairs.size() / 2.0 - HALF_INTERVAL * Math.sqrt(pairs.size()));
    }
}
