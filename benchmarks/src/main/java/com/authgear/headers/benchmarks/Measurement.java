package com.authgear.headers.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * One line of JMH.
 *
 * @param name class, method and parameters
 * @param nanos the time of one operation, in nanoseconds, once a round
 * @param bytes what one operation allocates
 */
record Measurement(String name, List<Double> nanos, double bytes) {
    double time() {
        return median(nanos.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The median ratio to another measurement of the same rounds, since a slow phase of the machine affects both. */
    double times(Measurement other) {
        double[] ratios = new double[nanos.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = nanos.get(round) / other.nanos.get(round);
        }
        return median(ratios);
    }

    double bytesTo(Measurement other) {
        return bytes / other.bytes;
    }

    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
