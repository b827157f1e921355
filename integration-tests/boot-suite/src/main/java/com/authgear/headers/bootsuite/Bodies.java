package com.authgear.headers.bootsuite;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts the bodies of generated methods that ran. */
public final class Bodies {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Bodies() {}

    /** Called by each generated method. */
    public static void ran() {
        COUNT.incrementAndGet();
    }

    static int count() {
        return COUNT.get();
    }
}
