package com.authgear.headers.soak;

/** What became of a request. */
enum Outcome {
    /** 200 with the mark of the request and every field of its own user. */
    OWN_USER,
    /** 200 with the mark of the request, and no user. */
    NO_USER,
    UNAUTHORIZED,
    /** Another 4xx than 401. */
    REJECTED,
    SERVER_ERROR,
    /** No answer or an incomplete one, also if the client left first. */
    LOST,
    /** Anything else: another user, the answer to another request, or a mixture. Always a failure. */
    FOREIGN
}
