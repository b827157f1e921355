package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.MalformedHeadersException;
import com.authgear.headers.RefusedHeadersException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is it? Checks the trust, reads the headers and hides them, logs and tells, once a request. Answers nothing. */
final class Decider {
    private final AuthgearAuthenticator authenticator;
    private final boolean cacheControl;
    private final RefusalLog log;
    private final Listeners listeners;
    private final Peers peers;
    private final Refuser refuser;

    Decider(AuthgearAuthenticator authenticator, Clock clock, IdentityOptions<?> options) {
        this.authenticator = authenticator;
        cacheControl = options.cacheControl;
        log = options.log;
        listeners = new Listeners(options.listeners, log);
        peers = new Peers(options.peerResolver, log);
        refuser = new Refuser(options, clock, peers, listeners);
    }

    /** What answers where a decision of this object is not enough. */
    Refuser refuser() {
        return refuser;
    }

    void announce(ServletContext context, String answers, List<String> more) {
        List<String> warnings = new ArrayList<>(authenticator.startupWarnings());
        warnings.addAll(JettyHandshakes.warnings(context));
        warnings.addAll(more);
        log.started(context.getContextPath() + "/: " + authenticator + ", " + answers, warnings);
    }

    void close() {
        log.flush();
    }

    /** Decides, or finds the decision that stands, and stores it. */
    Decision decide(HttpServletRequest request, PathRules rules) {
        Decision kept = kept(request);
        Decision made = kept != null ? kept : authenticate(request, rules);
        Decision decision = isAmbiguous(made, request, rules) ? refuseTarget(made, request) : made;
        if (!decision.equals(kept)) {
            decision.store(request);
        }
        if (kept == null) {
            refuser.store(request);
            listeners.decided(request.getDispatcherType(), decision);
        }
        return decision;
    }

    /** Lets a request go on as the user's whom the decision names, its headers hidden. */
    void pass(Decision decision, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean again = request.getDispatcherType() == DispatcherType.REQUEST
                && AuthenticatedRequest.shows(request, decision, this);
        HttpServletResponse answer = !again && cacheControl && decision.session() instanceof AuthgearSession.Valid
                ? PrivateResponse.of(response, request.getDispatcherType())
                : response;
        chain.doFilter(visible(decision, request, answer), answer);
    }

    /** The request as the application sees it. */
    HttpServletRequest visible(Decision decision, HttpServletRequest request, HttpServletResponse response) {
        return AuthenticatedRequest.of(request, response, decision, this);
    }

    boolean hides(String headerName) {
        return authenticator.hides(headerName);
    }

    /**
     * The decision that stands: on a later dispatch any, on the first one this object's own. Another filter's own rules of
     * trust must not be taken for this one's.
     */
    private @Nullable Decision kept(HttpServletRequest request) {
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        return first && Refuser.of(request) != refuser ? null : Decision.of(request);
    }

    private Decision authenticate(HttpServletRequest request, PathRules rules) {
        return switch (request.getDispatcherType()) {
            case ERROR -> new Decision(AuthgearSession.none(), null, false, false);
            case REQUEST -> authenticate(request, Target.of(request).plain(), rules.exempt(request));
            case FORWARD, INCLUDE, ASYNC -> authenticate(request, false, rules.exempt(request));
        };
    }

    private Decision authenticate(HttpServletRequest request, boolean plainTarget, boolean exempt) {
        HttpServletRequest raw = AuthenticatedRequest.raw(request);
        try {
            AuthgearSession session = authenticator.authenticate(new RequestHeaders(raw), () -> peers.of(raw));
            log.decided(session);
            return new Decision(session, null, plainTarget, exempt);
        } catch (RefusedHeadersException refusal) {
            log.refused(refusal, peers.of(raw));
            return new Decision(AuthgearSession.none(), refusal, plainTarget, exempt);
        }
    }

    /** Whether the target alone keeps a request out. */
    private static boolean isAmbiguous(Decision decision, HttpServletRequest request, PathRules rules) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && decision.refusal() == null
                && !(decision.session() instanceof AuthgearSession.Valid)
                && !decision.exempt()
                && rules.areUnsureOf(Target.of(request));
    }

    private Decision refuseTarget(Decision decision, HttpServletRequest request) {
        MalformedHeadersException ambiguous = Target.ambiguous();
        log.refused(ambiguous, peers.of(request));
        return decision.refused(ambiguous);
    }
}
