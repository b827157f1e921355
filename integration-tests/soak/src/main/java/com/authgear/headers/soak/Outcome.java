package com.authgear.headers.soak;

/** What became of a request. */
enum Outcome {
    /** 200 with the mark of the request and every field of its own user. */
    OWN_USER("200 own"),
    /** 200 with the mark of the request, and no user. */
    NOBODY("200 nobody"),
    UNAUTHORIZED("401"),
    /** Another 4xx. */
    REJECTED("4xx"),
    SERVER_ERROR("5xx"),
    /** No answer, or not a whole one. */
    LOST("lost"),
    /** The client left first. */
    LEFT("left"),
    /** Whatever else: another user, another request's answer, a mixture. Never right. */
    FOREIGN("foreign");

    private final String heading;

    Outcome(String heading) {
        this.heading = heading;
    }

    static Outcome ofFailure(int status) {
        return switch (status / 100) {
            case 4 -> status == 401 ? UNAUTHORIZED : REJECTED;
            case 5 -> SERVER_ERROR;
            default -> FOREIGN;
        };
    }

    String heading() {
        return heading;
    }
}
