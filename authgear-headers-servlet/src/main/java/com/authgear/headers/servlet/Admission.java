package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * May a request go on, once it is decided who it is? Only asks: nothing is written, logged or stored.
 *
 * @param optionalPaths where an identity is optional
 * @param refuseInvalidSessions whether an invalid session is refused there, too
 * @param allowPreflight whether a CORS preflight goes on without an identity
 */
record Admission(OptionalPaths optionalPaths, boolean refuseInvalidSessions, boolean allowPreflight)
        implements PathRules {
    /**
     * Whether the request goes on. An identity is required on the REQUEST dispatch only; later dispatches end where no
     * filter saw the request before and its headers are refused.
     *
     * @param first whether this dispatch is the first that was decided
     */
    boolean admits(Decision decision, boolean first, HttpServletRequest request, HttpServletResponse response) {
        return switch (request.getDispatcherType()) {
            case REQUEST -> decision.refusal() == null && admits(decision, request);
            case FORWARD, ASYNC -> !first || decision.refusal() == null || response.isCommitted();
            case INCLUDE, ERROR -> true;
        };
    }

    @Override
    public boolean areUnsureOf(Target target) {
        return optionalPaths.areUnsureOf(target);
    }

    @Override
    public boolean exempt(HttpServletRequest request) {
        return allowPreflight && Preflight.matches(request);
    }

    /** What an operator should be told at start. */
    List<String> warnings(boolean tracksSessionsByUrl) {
        return optionalPaths.areSome() && tracksSessionsByUrl
                ? List.of(
                        "Sessions are tracked by URL, too: a link to an optional path that the application rewrites with"
                                + " ;jsessionid is not plain and asks for an identity. Set the session tracking mode to COOKIE (web.xml:"
                                + " <session-config><tracking-mode>COOKIE</tracking-mode></session-config>).")
                : List.of();
    }

    private boolean admits(Decision decision, HttpServletRequest request) {
        if (decision.session() instanceof AuthgearSession.Valid) {
            return true;
        }
        boolean invalid = decision.session() instanceof AuthgearSession.Invalid;
        return !(invalid && refuseInvalidSessions) && (decision.exempt() || optionalPaths.include(Target.of(request)));
    }

    /** For the log of the start. */
    @Override
    public String toString() {
        return optionalPaths.toString();
    }
}
