package com.authgear.headers.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One line of JMH.
 *
 * @param name class, method and parameters
 * @param nanos the time of one operation, in nanoseconds, once a round
 * @param bytes what one operation allocates
 */
record Measurement(String name, List<Double> nanos, double bytes) {
    double time() {
        return median(nanos);
    }

    /** The median ratio to another measurement of the same rounds, since a slow phase of the machine affects both. */
    double times(Measurement other) {
        return medianRatio(nanos, other.nanos);
    }

    double bytesTo(Measurement other) {
        return bytes / other.bytes;
    }

    /** Of the ratios of one round each. */
    static double medianRatio(List<Double> ours, List<Double> yardstick) {
        return median(IntStream.range(0, ours.size())
                .mapToObj(round -> ours.get(round) / yardstick.get(round))
                .toList());
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
