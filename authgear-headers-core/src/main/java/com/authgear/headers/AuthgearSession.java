package com.authgear.headers;

import java.util.Objects;
import java.util.Optional;

/**
 * What the resolver said of a request: exactly one of three things.
 *
 * <p>Only {@link Valid} is authenticated. The two others differ for messages alone; answer 401 to both.
 * Immutable and thread-safe.
 */
public sealed interface AuthgearSession {
    /** No session was found: no credential, or an access token that is unknown, expired or revoked. */
    record None() implements AuthgearSession {}

    /** A session was named that is no longer good, or whose user may not use it. */
    record Invalid() implements AuthgearSession {}

    /**
     * A good session.
     *
     * @param principal who it belongs to
     */
    record Valid(AuthgearPrincipal principal) implements AuthgearSession {
        /**
         * Refuses null.
         *
         * @param principal who the session belongs to
         */
        public Valid {
            Objects.requireNonNull(principal, "principal");
        }
    }

    /** {@return who is authenticated, empty unless this is {@link Valid}} */
    default Optional<AuthgearPrincipal> authenticatedPrincipal() {
        return this instanceof Valid valid ? Optional.of(valid.principal()) : Optional.empty();
    }

    /** {@return the session that is none} */
    static AuthgearSession none() {
        return Sessions.NONE;
    }

    /** {@return the session that is invalid} */
    static AuthgearSession invalid() {
        return Sessions.INVALID;
    }
}
