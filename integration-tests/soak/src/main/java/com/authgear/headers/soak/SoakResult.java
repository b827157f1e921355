package com.authgear.headers.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What came of it.
 *
 * @param tally of the requests
 * @param samples of the memory
 * @param options what was asked for
 * @param duration how long it took
 */
record SoakResult(Tally tally, List<Sample> samples, SoakOptions options, Duration duration) {
    static final List<String> CONTAINERS = List.of("jetty", "tomcat");

    /** What is not as it must be; empty if all is well. */
    List<String> failures() {
        List<String> failures = new ArrayList<>(tally.told());
        Kind.all().stream().filter(this::neverAsExpected).forEach(kind -> failures.add("never as expected: " + kind));
        Arrays.stream(Disturbance.values())
                .filter(this::neverFelt)
                .forEach(disturbance -> failures.add("never felt: " + disturbance.label()));
        CONTAINERS.stream()
                .filter(container -> tally.answered(container) == 0)
                .forEach(container -> failures.add("never answered: " + container));
        if (2 * honest(Outcome.OWN_USER) < honest(Outcome.values())) {
            failures.add("fewer than half of the honest requests got through");
        }
        if (!Sample.flat(samples)) {
            failures.add("memory or threads grow: " + samples);
        }
        return failures;
    }

    private long honest(Outcome... outcomes) {
        return Kind.all().stream()
                .filter(kind -> kind.group() == Group.HONEST)
                .flatMapToLong(kind -> Arrays.stream(outcomes).mapToLong(outcome -> tally.count(kind, outcome)))
                .sum();
    }

    private boolean neverAsExpected(Kind kind) {
        return kind.expected().stream().allMatch(outcome -> tally.count(kind, outcome) == 0);
    }

    private boolean neverFelt(Disturbance disturbance) {
        // A reload that nobody notices is a good one.
        boolean mustHarm = disturbance.harm() == Harm.NO_ANSWER || disturbance.harm() == Harm.NO_SESSION;
        boolean harmless = mustHarm && tally.harmed(disturbance) == 0;
        return tally.times(disturbance) == 0 || tally.during(disturbance) == 0 || harmless;
    }
}
