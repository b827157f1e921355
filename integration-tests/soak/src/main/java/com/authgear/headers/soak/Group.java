package com.authgear.headers.soak;

import java.util.Locale;

/** Kinds of request that belong together. */
enum Group {
    /** With a session, and nothing else. */
    HONEST,
    /** Without any credential. */
    NONE,
    /** With credentials that are worth nothing. */
    INVALID,
    /** With headers that only the proxy may set, through the proxy. */
    FORGED,
    /** Straight to a backend. */
    PAST,
    /** No whole request, or not at once. */
    BROKEN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
