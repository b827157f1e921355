package com.authgear.headers.fuzz;

import java.util.Map;
import java.util.TreeMap;

/** How many inputs were tried, and how many of each outcome: a fuzzer that never gets in proves little. */
final class Tally {
    private final String what;
    private final Map<String, Long> counts = new TreeMap<>();

    Tally(String what) {
        this.what = what;
    }

    void count(String outcome) {
        counts.merge(outcome, 1L, Long::sum);
    }

    void print() {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        System.out.println("Fuzzed " + all + " " + what + ": " + counts);
    }
}
