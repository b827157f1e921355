package com.authgear.headers.resolverstub;

import java.time.Duration;

/** How the resolver's paths of the stub misbehave; its other paths never do. See {@link ResolverStub#fault}. */
public sealed interface Fault {
    /** The faults that need no more than a name. */
    enum Simple implements Fault {
        /** None: answers as it should. */
        NONE,
        /** 500 with a JSON body: the real resolver's answer when its database fails while it looks up the session. */
        ERROR_JSON,
        /** 500 with a line of text: the real resolver's answer when its database fails while it loads the user. */
        ERROR_TEXT,
        /** 200 without any header of ours: the real resolver's answer when it gets no database connection. */
        NO_HEADERS,
        /** 404 {@code app not found}: the real resolver's answer to a host that it does not know. */
        NOT_FOUND,
        /** No answer at all; the connection stays open until the client or the stub closes it. */
        HANG
    }

    /**
     * The right answer, late.
     *
     * @param delay how late
     */
    record Slow(Duration delay) implements Fault {
        /**
         * Refuses a negative delay.
         *
         * @param delay how late
         */
        public Slow {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("delay is negative");
            }
        }
    }
}
