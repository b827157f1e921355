package com.authgear.headers.soak;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each disturbance was last on, in nanoseconds since the start. Thread-safe. */
final class Timeline {
    private static final long NEVER = -1;
    private static final long NOT_YET = Long.MAX_VALUE;

    private final long start = System.nanoTime();
    private final Map<Disturbance, Long> ends = new ConcurrentHashMap<>();

    long now() {
        return System.nanoTime() - start;
    }

    /** Before it has any effect. */
    void begin(Disturbance disturbance) {
        ends.put(disturbance, NOT_YET);
    }

    /** After its last effect. */
    void end(Disturbance disturbance) {
        ends.put(disturbance, now());
    }

    /** Whether it was on at any time from then until now. */
    boolean touched(Disturbance disturbance, long since) {
        return ends.getOrDefault(disturbance, NEVER) >= since;
    }
}
