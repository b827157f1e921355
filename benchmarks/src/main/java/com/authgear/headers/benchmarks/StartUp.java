package com.authgear.headers.benchmarks;

import java.util.List;

/**
 * A minimal Spring Boot application, started again and again.
 *
 * @param name with what
 * @param millis from the start of Java until it serves, each time
 * @param beans how many it defines
 */
record StartUp(String name, List<Double> millis, int beans) {
    double time() {
        return Measurement.median(millis);
    }

    /** The median ratio to another application of the same rounds. */
    double times(StartUp other) {
        return Measurement.medianRatio(millis, other.millis);
    }
}
