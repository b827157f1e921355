package com.authgear.headers.servlet;

/**
 * Is notified of the decision about each request, for example to count it.
 *
 * <p>It gets constant words, which are safe as tags of a metric: no user, no request, nothing that a client chose. It
 * cannot change the answer: an exception is logged once and otherwise ignored. It is called on the request's thread
 * before the answer and must not block. Must be thread-safe.
 */
@FunctionalInterface
public interface AuthgearRequestListener {
    /** The reason for outcomes that have none. */
    String NO_REASON = "none";

    /**
     * Called once for each request that a filter decides, not for its later dispatches. Called again if step-up refuses
     * the request: with {@link Outcome#STEP_UP}, or with {@link Outcome#MALFORMED} if a {@link StepUpFilter} refuses it
     * only for the form of its target.
     *
     * @param outcome the kind of decision
     * @param reason one of a small set of constants: for {@link Outcome#MALFORMED} and {@link Outcome#UNTRUSTED} the
     *     {@linkplain com.authgear.headers.RefusedHeadersException#code code} of the refusal, for
     *     {@link Outcome#STEP_UP} {@linkplain com.authgear.headers.StepUpResult.Unsatisfied#code that} of the answer,
     *     else {@link #NO_REASON}
     */
    void decided(Outcome outcome, String reason);

    /** The kinds of decision. More may follow. */
    enum Outcome {
        /** There is a valid session. */
        VALID,
        /** There is no session. */
        NONE,
        /** The session is no longer valid. */
        INVALID,
        /**
         * The headers contradict each other or violate their grammar, or the request target can be read in two ways.
         */
        MALFORMED,
        /** The headers did not demonstrably come through the proxy. */
        UNTRUSTED,
        /** The session is valid, but its login is too old or lacks a required method. */
        STEP_UP
    }
}
