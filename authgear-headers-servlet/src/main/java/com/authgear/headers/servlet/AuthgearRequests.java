package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.RefusedHeadersException;
import com.authgear.headers.StepUpResult;
import com.authgear.headers.StepUpRule;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to what {@link AuthgearHeadersFilter} decided about a request.
 *
 * <p>Each method throws {@link IllegalStateException} if the filter has not seen the request: that is an error in its
 * mapping, and must not look like a visitor without a session. So do the methods that answer if the response is
 * committed. Stateless.
 *
 * <p>The methods that answer, except {@link #logout}, first read the body of the request, for at most a second and
 * without blocking a thread. So the answer may follow after they return: return at once and leave the response alone. A
 * servlet that calls them must be declared to support asynchronous processing; otherwise the body is not read, and a
 * proxy that is still sending it may answer 502.
 */
public final class AuthgearRequests {
    private AuthgearRequests() {}

    /**
     * {@return the session; {@link AuthgearSession.None} if the headers were refused}
     *
     * @param request the current request
     */
    public static AuthgearSession session(ServletRequest request) {
        return decision(request).session();
    }

    /**
     * {@return the user who is authenticated, or empty}
     *
     * @param request the current request
     */
    public static Optional<AuthgearPrincipal> principal(ServletRequest request) {
        return session(request).authenticatedPrincipal();
    }

    /**
     * Requires a user where the filter does not, such as on a public path or behind a forward. If there is none,
     * answers 401.
     *
     * @param request the current request
     * @param response the current response, not yet committed
     * @return the principal, or empty after the answer
     * @throws IOException if the answer cannot be written
     * @throws ServletException if the {@link UnauthorizedHandler} throws it
     */
    public static Optional<AuthgearPrincipal> require(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<AuthgearPrincipal> principal = principal(request);
        if (principal.isEmpty()) {
            unauthorized(request, response);
        }
        return principal;
    }

    /**
     * Requires a user whose login satisfies a rule (RFC 9470); otherwise answers 401 or 403. Call it before anything is
     * done or written.
     *
     * @param request the current request
     * @param response the current response, not yet committed
     * @param rule what the login must satisfy
     * @return the principal, or empty after the answer
     * @throws IOException if the answer cannot be written
     * @throws ServletException if a handler throws it
     */
    public static Optional<AuthgearPrincipal> require(
            HttpServletRequest request, HttpServletResponse response, StepUpRule rule)
            throws IOException, ServletException {
        Optional<AuthgearPrincipal> principal = require(request, response);
        if (principal.isPresent()
                && refuser(request).evaluate(principal.get(), rule) instanceof StepUpResult.Unsatisfied unsatisfied) {
            stepUp(request, response, unsatisfied);
            return Optional.empty();
        }
        return principal;
    }

    /**
     * Requires a user with a recent login, see {@link StepUpRule#recentLogin(Duration)}.
     *
     * @param request the current request
     * @param response the current response, not yet committed
     * @param maxAge whole seconds, from one to 365 days
     * @return the principal, or empty after the answer
     * @throws IllegalArgumentException if the age is out of bounds
     * @throws IOException if the answer cannot be written
     * @throws ServletException if a handler throws it
     */
    public static Optional<AuthgearPrincipal> requireRecent(
            HttpServletRequest request, HttpServletResponse response, Duration maxAge)
            throws IOException, ServletException {
        return require(request, response, StepUpRule.recentLogin(maxAge));
    }

    /**
     * Answers the 401 or the 403 of step-up, for adapters that evaluate a rule themselves.
     *
     * @param request the current request
     * @param response the current response, not yet committed
     * @param result of the rule
     * @throws IOException if the answer cannot be written
     * @throws ServletException if the {@link StepUpHandler} throws it
     */
    public static void stepUp(HttpServletRequest request, HttpServletResponse response, StepUpResult.Unsatisfied result)
            throws IOException, ServletException {
        refuser(request).stepUp(request, response, result);
    }

    /**
     * Why the headers or the request target were refused, for adapters that answer themselves. An answer must not show
     * it.
     *
     * @param request the current request
     * @return the refusal, or empty
     */
    public static Optional<RefusedHeadersException> refusal(ServletRequest request) {
        return Optional.ofNullable(decision(request).refusal());
    }

    /**
     * Answers the 401 of the filter, for adapters.
     *
     * @param request the current request
     * @param response the current response, not yet committed
     * @throws IOException if the answer cannot be written
     * @throws ServletException if the {@link UnauthorizedHandler} throws it
     */
    public static void unauthorized(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Decision decision = decision(request);
        refuser(request).unauthorized(request, response, decision);
    }

    /**
     * Redirects the browser to Authgear, which ends the session and sends it back to the start page. For adapters of
     * frameworks, which must call it only after a CSRF check of their own.
     *
     * @param request the current request
     * @param response the current response, not yet committed
     * @throws IllegalStateException if the filter has no {@link AuthgearLogin}
     */
    public static void logout(HttpServletRequest request, HttpServletResponse response) {
        LoginFlow login = refuser(request).login();
        if (login == null) {
            throw new IllegalStateException("logout needs an AuthgearLogin: give one to the builder of the filter");
        }
        login.logout(request, response);
    }

    static Decision decision(ServletRequest request) {
        return seen(Decision.of(request));
    }

    static Refuser refuser(ServletRequest request) {
        return seen(Refuser.of(request));
    }

    private static <T> T seen(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException(
                    "AuthgearHeadersFilter has not seen this request: map it to /* for all dispatcher types");
        }
        return part;
    }
}
