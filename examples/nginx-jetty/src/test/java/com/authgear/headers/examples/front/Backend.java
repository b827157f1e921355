package com.authgear.headers.examples.front;

import com.authgear.headers.harness.Ports;
import java.io.IOException;

/**
 * The protected application of an example, running.
 *
 * @param port where it listens on 127.0.0.1
 * @param stop stops it
 */
public record Backend(int port, Runnable stop) implements AutoCloseable {
    /** Front and backend read the secret that they share from this environment variable. */
    public static final String SECRET_VARIABLE = "AUTHGEAR_PROXY_SECRET";

    @Override
    public void close() {
        stop.run();
    }

    /** How to start it. */
    @FunctionalInterface
    public interface Starter {
        /** Returns when it answers. Front and resolver have their ports already; its own is 0 for any free one. */
        Backend start(Ports ports) throws IOException;
    }
}
