package com.authgear.headers.attacksuite;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** All log lines of all loggers, stack traces included. */
final class Transcript extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    private final StringBuilder text = new StringBuilder();
    private final SimpleFormatter formatter = new SimpleFormatter();

    private Transcript() {
        setLevel(Level.ALL);
    }

    static Transcript start() {
        Transcript transcript = new Transcript();
        ROOT.addHandler(transcript);
        return transcript;
    }

    synchronized String text() {
        return text.toString();
    }

    @Override
    public synchronized void publish(LogRecord line) {
        text.append(formatter.format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
