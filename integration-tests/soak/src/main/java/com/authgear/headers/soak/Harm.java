package com.authgear.headers.soak;

/** What an honest request may suffer by a disturbance. */
enum Harm {
    NONE,
    /** The proxy gets no answer that it can use: 5xx. */
    NO_ANSWER,
    /** The resolver knows nobody: the request is treated as one without a credential. */
    NO_SESSION,
    /** The proxy closes the connection. */
    NO_CONNECTION;

    boolean explains(Kind kind, Outcome outcome) {
        return switch (this) {
            case NONE -> false;
            case NO_ANSWER -> outcome == Outcome.SERVER_ERROR;
            case NO_SESSION -> kind.expected().contains(Outcome.OWN_USER) && outcome == kind.withoutSession();
            case NO_CONNECTION -> outcome == Outcome.LOST;
        };
    }
}
