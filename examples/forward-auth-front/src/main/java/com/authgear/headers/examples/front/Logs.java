package com.authgear.headers.examples.front;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** One short line a message, and of Jetty warnings only. */
public final class Logs {
    private Logs() {}

    public static void quiet() {
        try (InputStream settings = Logs.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
