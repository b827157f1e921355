package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawResponse;
import java.util.List;

/** Nothing is served: the plain 401, or the container's own answer to such a path. */
record Withheld() implements Outcome {
    private static final int FIRST_CLIENT_ERROR = 400;
    private static final int LAST_CLIENT_ERROR = 499;

    @Override
    public void verify(Exchange exchange) {
        int status = exchange.response().map(RawResponse::status).orElse(FIRST_CLIENT_ERROR);
        assertThat(status).isBetween(FIRST_CLIENT_ERROR, LAST_CLIENT_ERROR);
        if (status == 401) {
            exchange.isPlain401();
        }
        assertThat(exchange.codes()).isSubsetOf(codes());
    }

    @Override
    public List<String> codes() {
        return List.of("ambiguous_target");
    }

    @Override
    public String toString() {
        return "nothing";
    }
}
