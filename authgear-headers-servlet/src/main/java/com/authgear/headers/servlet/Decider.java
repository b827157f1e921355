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
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides who sent a request, once: checks the trust, reads and hides the headers, logs, notifies listeners. Writes no
 * answer.
 */
final class Decider {
    private final AuthgearAuthenticator authenticator;
    private final boolean cacheControl;
    private final RefusalLog log;
    private final Listeners listeners;
    private final PeerResolver peerResolver;
    private final Refuser refuser;

    Decider(AuthgearAuthenticator authenticator, Clock clock, IdentityOptions<?> options) {
        this.authenticator = authenticator;
        cacheControl = options.cacheControl;
        log = options.log;
        listeners = new Listeners(options.listeners, log);
        peerResolver = options.peerResolver;
        refuser = new Refuser(options, clock, this::peer, listeners);
    }

    /** Writes the answers to requests that this object decided. */
    Refuser refuser() {
        return refuser;
    }

    void announce(ServletContext context, String answers, List<String> more) {
        List<String> warnings = new ArrayList<>(authenticator.startupWarnings());
        warnings.addAll(JettyHandshakes.warnings(context));
        LoginFlow login = refuser.login();
        if (login != null) {
            warnings.addAll(login.options().startupWarnings());
        }
        warnings.addAll(more);
        String loginOptions = login == null ? "" : ", " + login.options();
        log.started(context.getContextPath() + "/: " + authenticator + ", " + answers + loginOptions, warnings);
    }

    void close() {
        log.flush();
    }

    /** The decision about a request: the one that stands, or a new one, which is stored. */
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

    /** Passes a request on with the principal of the decision and without the headers. */
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
     * The decision that stands: on the REQUEST dispatch only this object's own, because another filter may have other
     * rules of trust; on later dispatches any.
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
            AuthgearSession session = authenticator.authenticate(new RequestHeaders(raw), () -> peer(raw));
            log.decided(session);
            return new Decision(session, null, plainTarget, exempt);
        } catch (RefusedHeadersException refusal) {
            log.refused(refusal, peer(raw));
            return new Decision(AuthgearSession.none(), refusal, plainTarget, exempt);
        }
    }

    /** Whether the form of its target is the only reason to refuse a request. */
    private static boolean isAmbiguous(Decision decision, HttpServletRequest request, PathRules rules) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && decision.refusal() == null
                && !(decision.session() instanceof AuthgearSession.Valid)
                && !decision.exempt()
                && rules.areUnsureOf(Target.of(request));
    }

    /** The socket peer; unknown if the resolver throws, so that the answer is a 401 and not a 500. */
    private Optional<InetAddress> peer(HttpServletRequest request) {
        try {
            return peerResolver.socketPeer(AuthenticatedRequest.raw(request));
        } catch (RuntimeException e) {
            log.peerResolverFailed(e);
            return Optional.empty();
        }
    }

    private Decision refuseTarget(Decision decision, HttpServletRequest request) {
        MalformedHeadersException ambiguous = Target.ambiguous();
        log.refused(ambiguous, peer(request));
        return decision.refused(ambiguous);
    }
}
