package com.authgear.headers.soak;

/** What goes wrong while requests are sent, and what an honest request may suffer by it. */
enum Disturbance {
    SLOW("resolver slow", Harm.NONE),
    ERROR_JSON("resolver answers 500, JSON", Harm.NO_ANSWER),
    ERROR_TEXT("resolver answers 500, text", Harm.NO_ANSWER),
    NOT_FOUND("resolver answers 404", Harm.NO_ANSWER),
    NO_HEADERS("resolver answers 200, no headers", Harm.NO_SESSION),
    KILLED("resolver killed, restarted", Harm.NO_ANSWER),
    HUNG("resolver hung, killed, restarted", Harm.NO_ANSWER),
    RELOADED("NGINX reloaded", Harm.NO_CONNECTION),
    RELOADED_WHILE_SLOW("NGINX reloaded, resolver slow", Harm.NO_CONNECTION);

    private final String label;
    private final Harm harm;

    Disturbance(String label, Harm harm) {
        this.label = label;
        this.harm = harm;
    }

    String label() {
        return label;
    }

    Harm harm() {
        return harm;
    }
}
