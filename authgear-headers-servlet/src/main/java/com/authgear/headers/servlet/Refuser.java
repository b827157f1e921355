package com.authgear.headers.servlet;

import static java.util.Objects.requireNonNullElseGet;

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
    private final @Nullable LoginFlow login;

    Refuser(
            IdentityOptions<?> options,
            Clock clock,
            Function<HttpServletRequest, Optional<InetAddress>> peers,
            Listeners listeners) {
        login = options.login(clock, request -> options.log.loginWithoutSession(() -> peers.apply(request)));
        String toLogin = login == null ? "" : member(login.loginAddress());
        String toStepUp = login == null ? "" : member(login.stepUpAddress());
        unauthorizedHandler =
                requireNonNullElseGet(options.unauthorizedHandler, () -> ProblemAnswer.unauthorizedHandler(toLogin));
        stepUpHandler = requireNonNullElseGet(options.stepUpHandler, () -> ProblemAnswer.stepUpHandler(toStepUp));
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

    /** The login of browsers, or null. */
    @Nullable
    LoginFlow login() {
        return login;
    }

    /** Answers a request at an address of the login, the logout's only if {@code logout}; false for every other. */
    boolean answersLogin(HttpServletRequest request, HttpServletResponse response, Decision decision, boolean logout)
            throws IOException, ServletException {
        UnreadBody.Answer answer = login == null ? null : login.own(decision, request, response, logout);
        if (answer != null) {
            UnreadBody.drain(request, response, answer, log);
        }
        return answer != null;
    }

    /**
     * Answers 401, or sends a browser to the login. The answer depends on what the client sent, never on why it was
     * refused; only a request whose headers are refused gets the 401 always.
     */
    void unauthorized(HttpServletRequest request, HttpServletResponse response, Decision decision)
            throws IOException, ServletException {
        UnreadBody.Answer redirect =
                login == null || decision.refusal() != null ? null : login.toLogin(request, response);
        if (redirect != null) {
            UnreadBody.drain(request, response, redirect, log);
            return;
        }
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
        UnreadBody.Answer redirect = result instanceof StepUpResult.Challenge ? toStepUp(request, response) : null;
        UnreadBody.drain(
                request,
                response,
                redirect != null ? redirect : () -> stepUpHandler.handle(request, response, result),
                log);
    }

    private static String member(String address) {
        return ",\"login\":\"" + address + "\"";
    }

    private UnreadBody.@Nullable Answer toStepUp(HttpServletRequest request, HttpServletResponse response) {
        Decision decision = Decision.of(request);
        return login != null && decision != null && decision.session() instanceof AuthgearSession.Valid valid
                ? login.toStepUp(request, response, valid.principal())
                : null;
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
