package com.authgear.headers.servlet;

/**
 * Is told what was decided of a request, such as to count it.
 *
 * <p>It gets constant words and nothing that a client chose, no user and no request, so that it can hand them on as tags
 * of a metric as they are. It cannot change the answer: what it throws is logged once and swallowed. It is called on the
 * request's thread before the answer and must not block. Must be thread-safe.
 */
@FunctionalInterface
public interface AuthgearRequestListener {
    /** The reason of what needs none. */
    String NO_REASON = "none";

    /**
     * Called once for each request that a filter decides, whatever its later dispatches, and once more where a rule of
     * step-up refuses it: with {@link Outcome#STEP_UP}, or with {@link Outcome#MALFORMED} if the form of its
     * target alone is what a {@link StepUpFilter} refuses.
     *
     * @param outcome what became of the request
     * @param reason for {@link Outcome#MALFORMED} and {@link Outcome#UNTRUSTED} the
     *     {@linkplain com.authgear.headers.RefusedHeadersException#code code} of the refusal, for {@link Outcome#STEP_UP}
     *     {@linkplain com.authgear.headers.StepUpResult.Unsatisfied#code that} of the answer, else {@link #NO_REASON}; one
     *     of a small set of constants
     */
    void decided(Outcome outcome, String reason);

    /** What can become of a request. More may follow. */
    enum Outcome {
        /** There is a valid session. */
        VALID,
        /** There is no session. */
        NONE,
        /** There is a session that is no longer good. */
        INVALID,
        /** The headers contradict each other or their grammar, or the request target can be read in two ways. */
        MALFORMED,
        /** The headers did not demonstrably come through the proxy. */
        UNTRUSTED,
        /** The session is valid, and too old or too weak for what was asked for. */
        STEP_UP
    }
}
