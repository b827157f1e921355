package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.rawhttp.RawResponse;
import java.util.List;

/** What must come of a request. */
public sealed interface Outcome {
    void verify(Exchange exchange);

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
        public String toString() {
            return code;
        }
    }

    /**
     * The same, or the container's own 400 to bytes that are no HTTP; never anything else.
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
                assertThat(exchange.response().map(RawResponse::status).orElse(400))
                        .isIn(CLIENT_ERRORS);
                assertThat(exchange.codes()).isEmpty();
            }
        }

        @Override
        public String toString() {
            return String.join(" or ", codes) + " or 400 by the container";
        }
    }

    /**
     * A page.
     *
     * @param body what stands on it, such as the user as {@link WhoServlet} writes it
     * @param name what to call that
     */
    record Served(String body, String name) implements Outcome {
        @Override
        public void verify(Exchange exchange) {
            exchange.isServed(body);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Nothing is served: the plain 401, or whatever the container says of such a path. */
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
            assertThat(exchange.codes()).isSubsetOf("ambiguous_uri");
        }

        @Override
        public String toString() {
            return "nothing";
        }
    }

    /**
     * One of two, since adapters may differ in what they call harmless.
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
        public String toString() {
            return usual + " or " + other;
        }
    }

    /** No user: the plain 401 where one is required, the page where one is not; nothing in the log. */
    record Nobody() implements Outcome {
        @Override
        public void verify(Exchange exchange) {
            if (exchange.request().target().equals(Honest.PUBLIC_PAGE)) {
                exchange.isServed(WhoServlet.NOBODY);
            } else {
                exchange.isPlain401();
                assertThat(exchange.codes()).isEmpty();
            }
        }

        @Override
        public String toString() {
            return WhoServlet.NOBODY;
        }
    }
}
