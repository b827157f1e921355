package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of two outcomes, since adapters differ in what they let through as harmless.
 *
 * @param usual the stricter
 * @param other the other
 */
record Either(Outcome usual, Outcome other) implements Outcome {
    @Override
    public void verify(Exchange exchange) {
        assertThat(exchange).satisfiesAnyOf(usual::verify, other::verify);
    }

    @Override
    public List<String> codes() {
        return Stream.of(usual, other)
                .flatMap(outcome -> outcome.codes().stream())
                .toList();
    }

    @Override
    public String toString() {
        return usual + " or " + other;
    }
}
