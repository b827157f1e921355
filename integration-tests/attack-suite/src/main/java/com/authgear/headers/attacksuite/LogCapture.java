package com.authgear.headers.attacksuite;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps what the library logs, at every level. {@link System.Logger} ends here in every module of these tests. */
final class LogCapture extends Handler implements AutoCloseable {
    private static final Logger LIBRARY = Logger.getLogger("com.authgear.headers");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final @Nullable Level before = LIBRARY.getLevel();

    private LogCapture() {
        setLevel(Level.ALL);
    }

    static LogCapture start() {
        LogCapture capture = new LogCapture();
        LIBRARY.setLevel(Level.ALL);
        LIBRARY.setUseParentHandlers(false);
        LIBRARY.addHandler(capture);
        return capture;
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        lines.add(line.getLevel() + " " + line.getMessage() + (line.getThrown() == null ? "" : " " + line.getThrown()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        LIBRARY.removeHandler(this);
        LIBRARY.setUseParentHandlers(true);
        LIBRARY.setLevel(before);
    }
}
