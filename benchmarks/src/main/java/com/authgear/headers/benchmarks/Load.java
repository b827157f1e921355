package com.authgear.headers.benchmarks;

import java.util.List;

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
        return Measurement.median(ratios());
    }

    double slowestRatio() {
        return Measurement.median(pairs.stream()
                .mapToDouble(pair -> pair.slowestWith() / pair.slowestWithout())
                .toArray());
    }

    double lower() {
        return ratios()[rank()];
    }

    double upper() {
        return ratios()[pairs.size() - 1 - rank()];
    }

    double without() {
        return Measurement.median(pairs.stream().mapToDouble(Pair::without).toArray());
    }

    double with() {
        return Measurement.median(pairs.stream().mapToDouble(Pair::with).toArray());
    }

    private double[] ratios() {
        return pairs.stream().mapToDouble(Pair::ratio).sorted().toArray();
    }

    private int rank() {
        return (int) Math.max(0, pairs.size() / 2.0 - HALF_INTERVAL * Math.sqrt(pairs.size()));
    }
}
