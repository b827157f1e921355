package com.authgear.headers.harness;

/** The reverse proxy in front of the backend. */
public interface Front extends AutoCloseable {
    /** Describes the proxy in words. */
    String description();

    int port();

    /** Whether a client can open a WebSocket through it. */
    default boolean passesUpgrades() {
        return true;
    }

    /** Stops the proxy, and returns when all its processes have ended. */
    @Override
    void close();
}
