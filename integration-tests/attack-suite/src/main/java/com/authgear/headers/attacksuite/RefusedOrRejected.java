package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawResponse;
import java.util.List;

/**
 * {@link Refused}, or the container's own 400 to bytes that are not HTTP.
 *
 * @param codes the reasons that the log may give
 */
record RefusedOrRejected(List<String> codes) implements Outcome {
    private static final List<Integer> CLIENT_ERRORS = List.of(400, 413, 414, 431);

    static RefusedOrRejected of(String... codes) {
        return new RefusedOrRejected(List.of(codes));
    }

    @Override
    public void verify(Exchange exchange) {
        if (exchange.response()
                .map(RawResponse::status)
                .filter(status -> status == 401)
                .isPresent()) {
            exchange.isPlain401();
            assertThat(exchange.codes()).singleElement().isIn(codes);
        } else {
            assertThat(exchange.response().map(RawResponse::status).orElse(400)).isIn(CLIENT_ERRORS);
            assertThat(exchange.codes()).isEmpty();
        }
    }

    @Override
    public String toString() {
        return String.join(" or ", codes) + " or 400 by the container";
    }
}
