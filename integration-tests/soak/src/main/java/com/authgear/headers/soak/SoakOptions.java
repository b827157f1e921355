package com.authgear.headers.soak;

/**
 * How much of it.
 *
 * @param requests how many requests are sent
 * @param connections how many clients send them, each with a connection to NGINX and one to each backend
 * @param seed decides what the n-th request is
 */
record SoakOptions(long requests, int connections, long seed) {
    private static final long REQUESTS_PER_ROUND = 50_000;

    /** How often each disturbance comes. */
    long rounds() {
        return Math.max(1, requests / REQUESTS_PER_ROUND);
    }
}
