package com.authgear.headers.examples.front;

import java.io.IOException;

/** The protected application of an example, running. */
public interface Backend extends AutoCloseable {
    /** Front and backend read the secret that they share from this environment variable. */
    String SECRET_VARIABLE = "AUTHGEAR_PROXY_SECRET";

    /** Where it listens on 127.0.0.1. */
    int port();

    @Override
    void close();

    /** How to start it. */
    @FunctionalInterface
    interface Starter {
        /** Returns when it answers; the port is 0 for any free one. */
        Backend start(int port) throws IOException;
    }
}
