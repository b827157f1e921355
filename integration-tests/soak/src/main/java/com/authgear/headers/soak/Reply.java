package com.authgear.headers.soak;

/**
 * What became of a request that was sent.
 *
 * @param outcome what
 * @param since when the exchange began, or the connection was last known to be good: what was wrong later may explain it
 * @param answer the body, or why there is none
 */
record Reply(Outcome outcome, long since, String answer) {}
