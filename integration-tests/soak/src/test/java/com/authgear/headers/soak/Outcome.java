package com.authgear.headers.soak;

/** What became of a request. */
enum Outcome {
    /** 200 with the mark of the request and every field of its own user. */
    OWN_USER,
    /** 200 with the mark of the request, and no user. */
    NO_USER,
    UNAUTHORIZED,
    /** Another 4xx. */
    REJECTED,
    SERVER_ERROR,
    /** No answer, or not a whole one; the client may have left first. */
    LOST,
    /** Anything else: another user, the answer to another request, a mixture. Never right. */
    FOREIGN
}
