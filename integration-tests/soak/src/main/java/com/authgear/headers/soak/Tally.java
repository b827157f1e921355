package com.authgear.headers.soak;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what became of the requests. Thread-safe. */
final class Tally {
    private static final int MOST_TOLD = 20;
    private static final int LONGEST_TOLD = 400;

    private final Counters<Cell> cells = new Counters<>();
    private final Counters<Kind> violations = new Counters<>();
    private final Counters<Disturbance> times = new Counters<>();
    private final Counters<Disturbance> during = new Counters<>();
    private final Counters<Disturbance> harmed = new Counters<>();
    private final Counters<String> containers = new Counters<>();
    private final AtomicLong wrong = new AtomicLong();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    void count(Shot shot, Reply reply, Timeline timeline) {
        cells.add(new Cell(shot.kind(), reply.outcome()));
        if (reply.outcome() == Outcome.OWN_USER) {
            containers.add(Echo.parse(reply.answer()).container());
        }
        if (shot.target() == Target.NGINX) {
            Arrays.stream(Disturbance.values())
                    .filter(disturbance -> timeline.touched(disturbance, reply.since()))
                    .forEach(during::add);
        }
        Verdict verdict = Verdict.of(shot, reply, timeline);
        verdict.cause().ifPresent(harmed::add);
        if (!verdict.right()) {
            violations.add(shot.kind());
            tell(shot.kind() + ", of " + shot.user().userId() + ", mark " + shot.mark() + ": " + reply.outcome() + ": "
                    + reply.answer());
        }
    }

    /** One that came and went. */
    void count(Disturbance disturbance) {
        times.add(disturbance);
    }

    /** Something that is wrong beside any request. */
    void tell(String what) {
        if (wrong.getAndIncrement() < MOST_TOLD) {
            told.add(what.substring(0, Math.min(what.length(), LONGEST_TOLD)));
        }
    }

    long count(Kind kind, Outcome outcome) {
        return cells.get(new Cell(kind, outcome));
    }

    long sent(Kind kind) {
        return Arrays.stream(Outcome.values())
                .mapToLong(outcome -> count(kind, outcome))
                .sum();
    }

    long violations(Kind kind) {
        return violations.get(kind);
    }

    long times(Disturbance disturbance) {
        return times.get(disturbance);
    }

    /** The requests through the proxy that were under way during a disturbance. */
    long during(Disturbance disturbance) {
        return during.get(disturbance);
    }

    /** Those of them that failed by it. */
    long harmed(Disturbance disturbance) {
        return harmed.get(disturbance);
    }

    /** The users' requests that a container answered. */
    long answered(String container) {
        return containers.get(container);
    }

    /** The first things that were wrong. */
    List<String> told() {
        return List.copyOf(told);
    }

    private record Cell(Kind kind, Outcome outcome) {}
}
