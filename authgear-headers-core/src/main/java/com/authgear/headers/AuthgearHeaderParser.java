package com.authgear.headers;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * Reads the headers of a request that is already known to come through the proxy.
 *
 * <p>Does <em>not</em> check where the request came from: {@link AuthgearAuthenticator} does, and calls this. Immutable
 * and thread-safe. Cost is linear in the size of the headers.
 */
public final class AuthgearHeaderParser {
    static final Duration MAX_CLOCK_SKEW = Duration.ofDays(1);

    private final IdentityReader identity;

    private AuthgearHeaderParser(Builder builder) {
        identity = new IdentityReader(builder);
    }

    /** {@return a parser with the defaults: complete identities only, strict booleans, no roles} */
    public static AuthgearHeaderParser create() {
        return builder().build();
    }

    /** {@return a builder with the same defaults} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Reads the headers.
     *
     * @param headers the request's headers
     * @return one of the three sessions, never null
     * @throws MalformedHeadersException if they are not what the resolver sends; nothing else is ever thrown
     */
    public AuthgearSession parse(HeaderSource headers) {
        return parse(new IdentityHeaders(headers));
    }

    /** {@return whether role keys are read} */
    public boolean trustsRoles() {
        return identity.trustRoles;
    }

    /** {@return the clock that the time of a login is compared with} */
    public Clock clock() {
        return identity.clock;
    }

    AuthgearSession parse(IdentityHeaders scan) {
        if (scan.isFailureMode()) {
            return noneOr(MalformedReason.AUTH_FAILURE_MODE, scan);
        }
        String valid = scan.value(AuthgearHeader.SESSION_VALID);
        if (valid == null) {
            return noneOr(MalformedReason.ORPHAN_HEADERS, scan);
        }
        return identity.bool(AuthgearHeader.SESSION_VALID, valid)
                ? new AuthgearSession.Valid(identity.read(scan))
                : invalid(scan);
    }

    private static AuthgearSession noneOr(MalformedReason reason, IdentityHeaders scan) {
        AuthgearHeader present = scan.firstPresent(null);
        if (present != null) {
            throw reason.of(present);
        }
        return AuthgearSession.none();
    }

    private static AuthgearSession invalid(IdentityHeaders scan) {
        AuthgearHeader other = scan.firstPresent(AuthgearHeader.SESSION_VALID);
        if (other != null) {
            throw MalformedReason.CONTRADICTION.of(other);
        }
        return AuthgearSession.invalid();
    }

    /** Options of the parser. Not thread-safe. */
    public static final class Builder {
        boolean trustRoles;
        MissingFlags missingFlags = MissingFlags.REFUSE;
        Clock clock = Clock.systemUTC();
        Duration clockSkew = Duration.ofSeconds(60);
        OneTimeWarnings oneTimeWarnings = OneTimeWarnings.OF_THIS_PROCESS;

        private Builder() {}

        /**
         * Whether to read {@code X-Authgear-User-Roles}; off by default. Published proxy configurations do not
         * overwrite that header, so behind them any client can send any role. Turn it on only where the proxy sets or
         * removes the header on every request.
         *
         * @param value true to read roles
         * @return this
         */
        public Builder trustRoles(boolean value) {
            trustRoles = value;
            return this;
        }

        /**
         * What a missing flag means.
         *
         * @param value {@link MissingFlags#REFUSE} by default
         * @return this
         */
        public Builder missingFlags(MissingFlags value) {
            missingFlags = Objects.requireNonNull(value, "missingFlags");
            return this;
        }

        /**
         * The clock that {@code authenticated-at} is compared with.
         *
         * @param value the system's by default
         * @return this
         */
        public Builder clock(Clock value) {
            clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /**
         * How far in the future {@code authenticated-at} may lie; step-up rules use the same limit. Beyond it the
         * session stays valid, but the time counts as unknown, so that rules about its age fail.
         *
         * @param value not negative, at most a day; 60 seconds by default
         * @return this
         * @throws IllegalArgumentException if it is outside those bounds
         */
        public Builder clockSkew(Duration value) {
            if (value.isNegative() || value.compareTo(MAX_CLOCK_SKEW) > 0) {
                throw new IllegalArgumentException("clockSkew must be between zero and one day");
            }
            clockSkew = value;
            return this;
        }

        /**
         * The same as text: {@code 90s}, {@code 5m}, {@code 1h}, or ISO 8601 such as {@code PT5M}.
         *
         * @param value a number with its unit
         * @return this
         * @throws IllegalArgumentException if it is no duration, or outside the bounds
         */
        public Builder clockSkew(String value) {
            return clockSkew(MaxAge.parse("clockSkew", value));
        }

        /** {@return the parser} */
        public AuthgearHeaderParser build() {
            return new AuthgearHeaderParser(this);
        }
    }
}
