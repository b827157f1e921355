package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * Whether a request may go on after the decision about its user. Writes, logs and stores nothing.
 *
 * @param publicPaths where an identity is optional
 * @param refuseInvalidSessions whether an invalid session is refused even there
 * @param allowPreflight whether a CORS preflight goes on without an identity
 */
record Admission(PublicPaths publicPaths, boolean refuseInvalidSessions, boolean allowPreflight) implements PathRules {
    /**
     * Whether the request goes on. An identity is required on the REQUEST dispatch only. A later one is stopped only if
     * its headers are refused, no filter decided the request before and the response is not committed.
     *
     * @param first whether no earlier dispatch was decided
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
        return publicPaths.areUnsureOf(target);
    }

    /** Whether it is a CORS preflight (Fetch, section 3.3.2), which carries no credential. */
    @Override
    public boolean exempt(HttpServletRequest request) {
        return allowPreflight
                && request.getMethod().equals("OPTIONS")
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    /** Warnings for the log of the start. */
    List<String> warnings(boolean tracksSessionsByUrl) {
        return publicPaths.areSome() && tracksSessionsByUrl
                ? List.of("Sessions are tracked by URL, too: a link with ;jsessionid to a public path requires an"
                        + " identity. Set the session tracking mode to COOKIE (web.xml:"
                        + " <session-config><tracking-mode>COOKIE</tracking-mode></session-config>).")
                : List.of();
    }

    private boolean admits(Decision decision, HttpServletRequest request) {
        if (decision.session() instanceof AuthgearSession.Valid) {
            return true;
        }
        boolean invalid = decision.session() instanceof AuthgearSession.Invalid;
        return !(invalid && refuseInvalidSessions) && (decision.exempt() || publicPaths.include(Target.of(request)));
    }
}
