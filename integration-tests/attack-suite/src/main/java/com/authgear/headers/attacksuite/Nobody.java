package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

/** No user: the plain 401 where an identity is required, otherwise the page; no line in the log. */
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
