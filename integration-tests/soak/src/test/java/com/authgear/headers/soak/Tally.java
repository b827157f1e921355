package com.authgear.headers.soak;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Judges the outcomes of the requests and counts them. Thread-safe. */
final class Tally {
    final Map<String, Long> counts = new ConcurrentSkipListMap<>();
    final Set<Kind> asExpected = ConcurrentHashMap.newKeySet();
    final List<String> wrong = new CopyOnWriteArrayList<>();

    private final Map<Disturbance, Long> ends = new ConcurrentHashMap<>();
    /** How many disturbances have ended: the clock of this class. */
    private final AtomicLong clock = new AtomicLong();

    long now() {
        return clock.get();
    }

    /** Called before a disturbance has any effect. */
    void begin(Disturbance disturbance) {
        ends.put(disturbance, Long.MAX_VALUE);
    }

    /** Called when a disturbance can harm no request to come. */
    void end(Disturbance disturbance) {
        ends.put(disturbance, clock.getAndIncrement());
    }

    /** Counts a request: since when a disturbance may explain the outcome, and the body, or why there is none. */
    void count(Shot shot, Outcome outcome, long since, String answer) {
        Kind kind = shot.kind();
        add(kind.group());
        add(kind.group() + " " + outcome);
        if (outcome == Outcome.OWN_USER) {
            add("answered by " + answer.replaceFirst(" .*", ""));
        }
        List<Disturbance> meanwhile = Arrays.stream(Disturbance.values())
                .filter(disturbance -> !kind.past() && ends.getOrDefault(disturbance, -1L) >= since)
                .toList();
        meanwhile.forEach(disturbance -> add(disturbance.toString()));
        Optional<Disturbance> cause = meanwhile.stream()
                .filter(disturbance -> disturbance.explains(kind, outcome))
                .findFirst();
        if (kind.expected().contains(outcome)) {
            asExpected.add(kind);
        } else if (cause.isPresent()) {
            add(cause.get() + " harmed");
        } else if (wrong.size() < 20) {
            wrong.add(kind + ", " + shot.user() + ", " + shot.mark() + ": " + outcome + " " + answer);
        }
    }

    private void add(String key) {
        counts.merge(key, 1L, Long::sum);
    }
}
