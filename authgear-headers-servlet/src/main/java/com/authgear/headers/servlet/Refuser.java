package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.MalformedHeadersException;
import com.authgear.headers.RequestCredentials;
import com.authgear.headers.StepUpResult;
import com.authgear.headers.StepUpRule;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the answers to refused requests: the 401, the answers of step-up, and the 400 for the form of a target. It is
 * kept in an attribute of each decided request, as the {@link Decision} is.
 */
final class Refuser {
    private static final String ATTRIBUTE = Refuser.class.getName();

    private final UnauthorizedHandler unauthorizedHandler;
    private final StepUpHandler stepUpHandler;
    private final Clock clock;
    private final Function<HttpServletRequest, Optional<InetAddress>> peers;
    private final RefusalLog log;
    private final Listeners listeners;

    Refuser(
            IdentityOptions<?> options,
            Clock clock,
            Function<HttpServletRequest, Optional<InetAddress>> peers,
            Listeners listeners) {
        unauthorizedHandler = options.unauthorizedHandler;
        stepUpHandler = options.stepUpHandler;
        log = options.log;
        this.clock = clock;
        this.peers = peers;
        this.listeners = listeners;
    }

    static @Nullable Refuser of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Refuser refuser ? refuser : null;
    }

    void store(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    Clock clock() {
        return clock;
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

    /** Answers a user whose login does not satisfy a rule. */
    void stepUp(HttpServletRequest request, HttpServletResponse response, StepUpResult.Unsatisfied result)
            throws IOException, ServletException {
        log.steppedUp(result, () -> peers.apply(request));
        stepUp(result.code());
        UnreadBody.drain(request, response, () -> stepUpHandler.handle(request, response, result), log);
    }

    /** Notifies the listeners that step-up refuses a request that was decided before. */
    void stepUp(String reason) {
        listeners.tell(AuthgearRequestListener.Outcome.STEP_UP, reason);
    }

    /** Answers 400 to a decided request that is refused only for the form of its target. */
    void ambiguousTarget(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        MalformedHeadersException ambiguous = Target.ambiguous();
        log.refused(ambiguous, peers.apply(request));
        listeners.tell(AuthgearRequestListener.Outcome.MALFORMED, ambiguous.code());
        ProblemAnswer answer = ProblemAnswer.badRequest(ambiguous.code());
        UnreadBody.drain(request, response, () -> answer.send(request, response), log);
    }
}
