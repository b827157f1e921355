package com.authgear.headers.harness;

import java.io.IOException;

/**
 * One line of the check.
 *
 * @param request what is sent, for people
 * @param expected what must come back, for people
 * @param probe sends it and looks
 */
public record Row(String request, String expected, Probe probe) {
    /** Sends a request and judges what comes back. */
    @FunctionalInterface
    public interface Probe {
        Outcome run() throws IOException;
    }

    /**
     * What came back.
     *
     * @param holds whether it is what was expected
     * @param got what it is, for people
     */
    public record Outcome(boolean holds, String got) {}

    public Outcome run() {
        try {
            return probe.run();
        } catch (IOException | RuntimeException e) {
            return new Outcome(false, e.toString());
        }
    }
}
