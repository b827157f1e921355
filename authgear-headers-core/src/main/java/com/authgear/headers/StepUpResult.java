package com.authgear.headers;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The result of a {@link StepUpRule} for a user: one of three outcomes. It contains no data of the user, so that an
 * answer may show all of it except {@link Reason#header} and {@link Reason#remedy}, which are for the log. Immutable
 * and thread-safe.
 */
public sealed interface StepUpResult {
    /** Let the request go on. */
    record Satisfied() implements StepUpResult {
        static final Satisfied INSTANCE = new Satisfied();
    }

    /** Do not let it go on. */
    sealed interface Unsatisfied extends StepUpResult {
        /** {@return a stable word for the client} */
        String code();
    }

    /**
     * Answer 401: a login of that age and by those methods would satisfy the rule.
     *
     * @param maxAge how old the login may be, in whole seconds; zero asks for a new one
     * @param requiredAmr the methods that the login needs, immutable; empty for any
     */
    record Challenge(Duration maxAge, Set<String> requiredAmr) implements Unsatisfied {
        /**
         * Copies the methods, and refuses values that an answer could not carry.
         *
         * @param maxAge how old the login may be
         * @param requiredAmr the methods that the login needs
         */
        public Challenge {
            Grammar.require(!maxAge.isNegative(), maxAge, "maxAge");
            Grammar.require(Grammar.areMethods(requiredAmr), requiredAmr, "requiredAmr");
            requiredAmr = Collections.unmodifiableSet(new TreeSet<>(requiredAmr));
        }

        @Override
        public String code() {
            return "step_up_required";
        }

        /**
         * The value of {@code WWW-Authenticate} (RFC 9470, section 3). It has no {@code acr_values}: Authgear takes
         * none.
         *
         * @return such as {@code Bearer error="insufficient_user_authentication", max_age=300}
         */
        public String wwwAuthenticate() {
            return "Bearer error=\"insufficient_user_authentication\", max_age=" + maxAge.toSeconds();
        }
    }

    /**
     * Answer 403: another login would change nothing.
     *
     * @param reason why
     */
    record Forbidden(Reason reason) implements Unsatisfied {
        @Override
        public String code() {
            return reason.code();
        }
    }

    /** Why another login would change nothing. More may follow. */
    enum Reason {
        /** The user is anonymous: no account has logged in, however new the session is. */
        ANONYMOUS_USER(
                AuthgearHeader.USER_ANONYMOUS,
                "none: %s says that this session belongs to no account; let the visitor sign up or log in"),
        /** The time of the login is missing or lies in the future, so that no login can be known to be recent. */
        AUTHENTICATION_TIME_UNKNOWN(
                AuthgearHeader.SESSION_AUTHENTICATED_AT,
                "let the proxy forward %s from the resolver's answer; if it does, compare the clocks of this host and of"
                        + " the Authgear server"),
        /** The user cannot authenticate again. */
        REAUTHENTICATION_UNAVAILABLE(
                AuthgearHeader.USER_CAN_REAUTHENTICATE, "none: %s says that this user cannot authenticate once more"),
        /** The user has just logged in, and the methods did not arrive; no released server sends them. */
        FACTOR_UNAVAILABLE(
                AuthgearHeader.SESSION_AMR,
                "require a recent login instead: no released Authgear server sends a value in %s");

        private final AuthgearHeader header;
        private final String remedy;

        Reason(AuthgearHeader header, String remedy) {
            this.header = header;
            this.remedy = remedy.replace("%s", header.wireName());
        }

        /** {@return a stable word for the client, such as {@code factor_unavailable}} */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@return the name of the header that decided, never its value} */
        public String header() {
            return header.wireName();
        }

        /** {@return what the operator can do, one line} */
        public String remedy() {
            return remedy;
        }
    }

    /** {@return the result that lets the request go on} */
    static StepUpResult satisfied() {
        return Satisfied.INSTANCE;
    }
}
