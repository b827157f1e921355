package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.MalformedHeadersException;
import com.authgear.headers.RefusedHeadersException;
import com.authgear.headers.RequestCredentials;
import com.authgear.headers.StepUpResult;
import com.authgear.headers.StepUpRule;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the filter does with one request: decide, hide, judge, and let go or answer. */
final class RequestGate {
    private final AuthgearAuthenticator authenticator;
    private final OptionalPaths optionalPaths;
    private final boolean refuseInvalidSessions;
    private final boolean allowPreflight;
    private final boolean cacheControl;
    private final boolean decideOnly;
    private final PeerResolver peerResolver;
    private final UnauthorizedHandler unauthorizedHandler;
    private final StepUpHandler stepUpHandler;
    private final Clock clock;
    private final RefusalLog log;
    private final Listeners listeners;

    RequestGate(AuthgearAuthenticator authenticator, FilterBuilder options) {
        this.authenticator = authenticator;
        optionalPaths = options.optionalPaths;
        refuseInvalidSessions = options.refuseInvalidSessions;
        allowPreflight = options.allowPreflight;
        cacheControl = options.cacheControl;
        decideOnly = options.decideOnly;
        peerResolver = options.peerResolver;
        unauthorizedHandler = options.unauthorizedHandler;
        stepUpHandler = options.stepUpHandler;
        clock = options.clock;
        log = options.log;
        listeners = new Listeners(options.listeners, log);
    }

    void announce(ServletContext context) {
        String answers = decideOnly ? "answers left to the framework" : optionalPaths.toString();
        log.started(context.getContextPath() + "/: " + authenticator + ", " + answers, warnings(context));
    }

    private List<String> warnings(ServletContext context) {
        List<String> warnings = new ArrayList<>(authenticator.startupWarnings());
        warnings.addAll(JettyHandshakes.warnings(context));
        if (optionalPaths.areSome() && tracksByUrl(context)) {
            warnings.add(
                    "Sessions are tracked by URL, too: a link to an optional path that the application rewrites with"
                            + " ;jsessionid is not plain and asks for an identity. Set the session tracking mode to COOKIE (web.xml:"
                            + " <session-config><tracking-mode>COOKIE</tracking-mode></session-config>).");
        }
        return warnings;
    }

    /** Unknown to some listeners' contexts, and null without sessions. */
    private static boolean tracksByUrl(ServletContext context) {
        Set<SessionTrackingMode> modes = context.getEffectiveSessionTrackingModes();
        return modes != null && modes.contains(SessionTrackingMode.URL);
    }

    void close() {
        log.flush();
    }

    void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Decision kept = kept(request);
        Decision decision = judgeTarget(request, kept != null ? kept : decide(request));
        boolean refused = !decideOnly && refuses(decision, kept != null, request, response);
        if (kept == null) {
            listeners.decided(request);
        }
        if (refused) {
            unauthorized(AuthgearRequest.of(request, response, decision), response, decision);
        } else {
            HttpServletResponse answer = answer(request, response, decision);
            chain.doFilter(AuthgearRequest.of(request, answer, decision), answer);
        }
    }

    /** Answers 401. The answer depends on what the client sent, never on why it was refused. */
    void unauthorized(HttpServletRequest request, HttpServletResponse response, Decision decision)
            throws IOException, ServletException {
        boolean invalidToken = decision.session() instanceof AuthgearSession.Invalid
                || RequestCredentials.hasBearerToken(new RequestHeaders(request));
        UnreadBody.drain(request, response, () -> unauthorizedHandler.handle(request, response, invalidToken), log);
    }

    StepUpResult evaluate(AuthgearPrincipal user, StepUpRule rule) {
        return rule.evaluate(user, clock);
    }

    /** Answers a user whose login is not enough. */
    void stepUp(HttpServletRequest request, HttpServletResponse response, StepUpResult.Unsatisfied result)
            throws IOException, ServletException {
        log.steppedUp(result, () -> peer(AuthgearRequest.raw(request)));
        stepUp(result.code());
        UnreadBody.drain(request, response, () -> stepUpHandler.handle(request, response, result), log);
    }

    /** The user of a request, decided before, must authenticate again. */
    void stepUp(String reason) {
        listeners.tell(AuthgearRequestListener.Outcome.STEP_UP, reason);
    }

    /** Whether there is a user, and a login that is enough. */
    boolean satisfies(HttpServletRequest request, StepUpRule rule) {
        return AuthgearRequests.principal(request)
                .filter(user -> !(evaluate(user, rule) instanceof StepUpResult.Unsatisfied))
                .isPresent();
    }

    /** Answers 400 to a request, decided before, that is refused for nothing but the form of its target. */
    void ambiguousTarget(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        MalformedHeadersException ambiguous = Target.ambiguous();
        log.refused(ambiguous, peer(AuthgearRequest.raw(request)));
        listeners.tell(AuthgearRequestListener.Outcome.MALFORMED, ambiguous.code());
        ProblemAnswer answer = ProblemAnswer.badRequest(ambiguous.code());
        UnreadBody.drain(request, response, () -> answer.send(request, response), log);
    }

    /** Whether a preflight may go on without an identity, and so past every rule about one. */
    boolean allowsPreflight(HttpServletRequest request) {
        return allowPreflight && Preflight.matches(request);
    }

    boolean hides(String headerName) {
        return authenticator.hides(headerName);
    }

    /**
     * The decision that stands: on a later dispatch any, on the first one this gate's own. Another filter's own rules of
     * trust must not be taken for this one's.
     */
    private @Nullable Decision kept(HttpServletRequest request) {
        Decision earlier = Decision.of(request);
        boolean first = request.getDispatcherType() == DispatcherType.REQUEST;
        return earlier == null || (first && earlier.gate() != this) ? null : earlier;
    }

    private Decision decide(HttpServletRequest request) {
        Decision decision = switch (request.getDispatcherType()) {
            case ERROR -> new Decision(this, AuthgearSession.none(), null, false);
            case REQUEST ->
                authenticate(AuthgearRequest.raw(request), Target.of(request).plain());
            case FORWARD, INCLUDE, ASYNC -> authenticate(AuthgearRequest.raw(request), false);
        };
        decision.store(request);
        return decision;
    }

    private Decision authenticate(HttpServletRequest raw, boolean plainTarget) {
        try {
            AuthgearSession session = authenticator.authenticate(new RequestHeaders(raw), () -> peer(raw));
            log.decided(session);
            return new Decision(this, session, null, plainTarget);
        } catch (RefusedHeadersException refusal) {
            log.refused(refusal, peer(raw));
            return new Decision(this, AuthgearSession.none(), refusal, plainTarget);
        }
    }

    /** Refuses a request that its target alone keeps out. A framework opens paths by rules of its own. */
    private Decision judgeTarget(HttpServletRequest request, Decision decision) {
        if (request.getDispatcherType() != DispatcherType.REQUEST
                || decision.refusal() != null
                || decision.session() instanceof AuthgearSession.Valid
                || allowsPreflight(request)) {
            return decision;
        }
        Target target = Target.of(request);
        if (decideOnly ? target.plain() : !optionalPaths.areUnsureOf(target)) {
            return decision;
        }
        MalformedHeadersException ambiguous = Target.ambiguous();
        log.refused(ambiguous, peer(AuthgearRequest.raw(request)));
        Decision refused = new Decision(this, decision.session(), ambiguous, false);
        refused.store(request);
        return refused;
    }

    private HttpServletResponse answer(HttpServletRequest request, HttpServletResponse response, Decision decision) {
        return cacheControl && decision.session() instanceof AuthgearSession.Valid
                ? PrivateResponse.of(response, request.getDispatcherType())
                : response;
    }

    private boolean refuses(Decision decision, boolean kept, HttpServletRequest request, HttpServletResponse response) {
        return switch (request.getDispatcherType()) {
            case REQUEST -> !admits(decision, request);
            case FORWARD, ASYNC -> !kept && decision.refusal() != null && !response.isCommitted();
            case INCLUDE, ERROR -> false;
        };
    }

    private boolean admits(Decision decision, HttpServletRequest request) {
        return decision.refusal() == null
                && (decision.session() instanceof AuthgearSession.Valid
                        || admitsWithoutIdentity(decision.session(), request));
    }

    private boolean admitsWithoutIdentity(AuthgearSession session, HttpServletRequest request) {
        if (refuseInvalidSessions && session instanceof AuthgearSession.Invalid) {
            return false;
        }
        return optionalPaths.include(Target.of(request)) || allowsPreflight(request);
    }

    /** A resolver that fails knows no peer: the request is refused where that matters, and answered all the same. */
    private Optional<InetAddress> peer(HttpServletRequest raw) {
        try {
            return peerResolver.socketPeer(raw);
        } catch (RuntimeException e) {
            log.peerResolverFailed(e);
            return Optional.empty();
        }
    }
}
