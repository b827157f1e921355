package com.authgear.headers.soak;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How many requests were begun and are done. Thread-safe. */
final class Progress {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final long total;
    private final AtomicLong begun = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private volatile boolean mayEnd;
    private volatile boolean over;

    Progress(long total) {
        this.total = total;
    }

    /** The number of the next request, or -1 if there is none. There are more than planned until it may end. */
    long next() {
        long number = begun.getAndIncrement();
        return number < total || !mayEnd ? number : -1;
    }

    /** What must have happened meanwhile has happened. */
    void allowEnd() {
        mayEnd = true;
    }

    void done() {
        done.incrementAndGet();
    }

    long count() {
        return done.get();
    }

    /** Nothing more is sent, for whatever reason. */
    void finish() {
        over = true;
    }

    boolean isOver() {
        return over;
    }

    /** Waits for so many requests, or for the end. */
    void await(long count) {
        await(count, FOR_EVER);
    }

    /** Waits for so many requests, or for the end, or until this time has passed. */
    void await(long count, Duration atMost) {
        Waiting.until(() -> over || done.get() >= count, atMost);
    }
}
