package com.authgear.headers.examples.nginxjetty;

import java.io.IOException;

/**
 * One line of the check.
 *
 * @param request what is sent, for people
 * @param expected what must come back, for people
 * @param probe sends it and looks
 */
record Row(String request, String expected, Probe probe) {
    /** Sends a request and judges what comes back. */
    @FunctionalInterface
    interface Probe {
        Outcome run() throws IOException;
    }

    /**
     * What came back.
     *
     * @param holds whether it is what was expected
     * @param got what it is, for people
     */
    record Outcome(boolean holds, String got) {}

    Outcome run() {
        try {
            return probe.run();
        } catch (IOException | RuntimeException e) {
            return new Outcome(false, e.toString());
        }
    }
}
