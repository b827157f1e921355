package com.authgear.headers.harness;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Stops what was started, last first, also if the process is told to end while something is starting. Thread-safe. */
public final class Started implements AutoCloseable {
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::closeAll, "stop");
    private boolean closed;

    private Started() {}

    public static Started withExitHook() {
        Started started = new Started();
        Runtime.getRuntime().addShutdownHook(started.atExit);
        return started;
    }

    /** Starts something. {@link #close} waits for it, so that nothing is left running. */
    public synchronized <T extends AutoCloseable> T start(Starter<T> starter) throws IOException {
        if (closed) {
            throw new IOException("stopped while it was starting");
        }
        T server = starter.start();
        running.push(server);
        return server;
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook with it.
            return;
        }
    }

    private synchronized void closeAll() {
        closed = true;
        while (!running.isEmpty()) {
            close(running.pop());
        }
    }

    private static void close(AutoCloseable server) {
        try {
            server.close();
        } catch (Exception e) {
            throw new IllegalStateException("could not be stopped: " + server, e);
        }
    }

    /** Starts one thing. */
    @FunctionalInterface
    public interface Starter<T> {
        T start() throws IOException;
    }
}
