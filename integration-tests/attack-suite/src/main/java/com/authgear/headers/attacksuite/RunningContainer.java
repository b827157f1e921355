package com.authgear.headers.attacksuite;

/** A started container. */
public interface RunningContainer extends AutoCloseable {
    int port();

    /** Stops it. */
    @Override
    void close();

    static RunningContainer of(int port, Runnable stop) {
        return new RunningContainer() {
            @Override
            public int port() {
                return port;
            }

            @Override
            public void close() {
                stop.run();
            }
        };
    }
}
