package com.authgear.headers.attacksuite;

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
