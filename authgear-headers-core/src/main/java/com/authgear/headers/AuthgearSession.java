package com.authgear.headers;

import java.util.Objects;
import java.util.Optional;

/**
 * What the resolver answered about a request: one of three outcomes.
 *
 * <p>Only {@link Valid} is authenticated. The other two differ only in the message to the client; answer 401 to both.
 * Immutable and thread-safe.
 */
public sealed interface AuthgearSession {
    /** No session was found: no credential, or an access token that is unknown, expired or revoked. */
    record None() implements AuthgearSession {
        static final None INSTANCE = new None();
    }

    /** The request names a session that is no longer valid, or whose user may not use it. */
    record Invalid() implements AuthgearSession {
        static final Invalid INSTANCE = new Invalid();
    }

    /**
     * A valid session.
     *
     * @param principal the user to whom it belongs
     */
    record Valid(AuthgearPrincipal principal) implements AuthgearSession {
        /**
         * Refuses null.
         *
         * @param principal the user to whom the session belongs
         */
        public Valid {
            Objects.requireNonNull(principal, "principal");
        }
    }

    /** {@return the authenticated user; empty unless this is {@link Valid}} */
    default Optional<AuthgearPrincipal> authenticatedPrincipal() {
        return this instanceof Valid valid ? Optional.of(valid.principal()) : Optional.empty();
    }

    /** {@return the outcome {@link None}} */
    static AuthgearSession none() {
        return None.INSTANCE;
    }

    /** {@return the outcome {@link Invalid}} */
    static AuthgearSession invalid() {
        return Invalid.INSTANCE;
    }
}
