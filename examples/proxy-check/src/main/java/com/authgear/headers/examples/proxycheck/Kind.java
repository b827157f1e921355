package com.authgear.headers.examples.proxycheck;

import java.util.Locale;

/** A proxy in whose language a remedy is written; {@code generic} stands for all. */
enum Kind {
    GENERIC,
    NGINX,
    CADDY,
    HAPROXY;

    /** As on the command line and in the table of remedies. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
