package com.authgear.headers.soak;

/** How a request is sent. */
enum Manner {
    WHOLE,
    /** Piece by piece. */
    SLOWLY,
    /** Some of its bytes, then FIN. */
    HALF,
    /** Some of its bytes, then RST. */
    HALF_RESET,
    /** All but its last byte, then FIN, and the answer is awaited. */
    CUT_SHORT,
    /** All of it, then RST instead of waiting for the answer. */
    RESET,
    /** With bytes in it that are no HTTP. */
    GARBAGE
}
