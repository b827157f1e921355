package com.authgear.headers.attacksuite;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps what is logged. {@link System.Logger} ends here in every module of these tests. */
final class LogCapture extends Handler implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final @Nullable Level before;

    private LogCapture(String logger, Level level) {
        this.logger = Logger.getLogger(logger);
        before = this.logger.getLevel();
        setLevel(level);
        this.logger.addHandler(this);
    }

    /** Of the library, at every level. */
    static LogCapture start() {
        LogCapture capture = new LogCapture("com.authgear.headers", Level.ALL);
        capture.logger.setLevel(Level.ALL);
        capture.logger.setUseParentHandlers(false);
        return capture;
    }

    /** Of everything, what is SEVERE. */
    static LogCapture severe() {
        return new LogCapture("", Level.SEVERE);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord line) {
        if (isLoggable(line)) {
            lines.add(line.getLevel() + " " + line.getMessage()
                    + (line.getThrown() == null ? "" : " " + line.getThrown()));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
        logger.setLevel(before);
    }
}
