package com.authgear.headers.spring.boot;

import com.authgear.headers.servlet.AuthgearRequestListener;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many requests were refused since the start, and why. Bounded: reasons are constants. Thread-safe. */
final class RefusalCounts implements AuthgearRequestListener {
    private final Map<Outcome, Map<String, LongAdder>> counts = new EnumMap<>(Map.of(
            Outcome.MALFORMED, new ConcurrentHashMap<>(),
            Outcome.UNTRUSTED, new ConcurrentHashMap<>(),
            Outcome.STEP_UP, new ConcurrentHashMap<>()));

    @Override
    public void decided(Outcome outcome, String reason) {
        Map<String, LongAdder> byReason = counts.get(outcome);
        if (byReason != null) {
            byReason.computeIfAbsent(reason, added -> new LongAdder()).increment();
        }
    }

    /** By outcome and reason, each in alphabetical order. */
    Map<String, Map<String, Long>> snapshot() {
        Map<String, Map<String, Long>> snapshot = new TreeMap<>();
        counts.forEach((outcome, byReason) -> {
            Map<String, Long> sums = new TreeMap<>();
            byReason.forEach((reason, count) -> sums.put(reason, count.sum()));
            snapshot.put(outcome.name().toLowerCase(Locale.ROOT), sums);
        });
        return snapshot;
    }
}
