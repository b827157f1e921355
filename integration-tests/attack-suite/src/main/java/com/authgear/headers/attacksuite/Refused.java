package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * The answer that a request without an identity gets, byte for byte, and one line in the log.
 *
 * @param code the reason in the log
 */
record Refused(String code) implements Outcome {
    @Override
    public void verify(Exchange exchange) {
        exchange.isPlain401();
        assertThat(exchange.codes()).containsExactly(code);
    }

    @Override
    public List<String> codes() {
        return List.of(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
