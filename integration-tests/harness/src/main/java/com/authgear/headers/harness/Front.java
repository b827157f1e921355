package com.authgear.headers.harness;

/** The reverse proxy in front of the backend. */
public interface Front extends AutoCloseable {
    /** What it is, for people. */
    String description();

    int port();

    /** Whether a client can open a WebSocket through it. */
    default boolean passesUpgrades() {
        return true;
    }

    /** Stops it, and returns when nothing of it is left. */
    @Override
    void close();
}
