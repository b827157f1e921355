package com.authgear.headers.harness;

import java.io.IOException;

/**
 * One line of the check.
 *
 * @param request what is sent, in words
 * @param expected the required answer, in words
 * @param probe sends the request and judges the answer
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
     * @param holds whether it is the required answer
     * @param got the answer, in words
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
