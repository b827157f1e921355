package com.authgear.headers.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** For what happens soon. */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Waiting() {}

    static void until(Callable<Boolean> holds) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!call(holds)) {
            assertThat(System.nanoTime()).as("still not so").isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static boolean call(Callable<Boolean> holds) {
        try {
            return holds.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
