package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.RefusedHeadersException;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Typed access to what {@link AuthgearHeadersFilter} decided of a request.
 *
 * <p>Each method throws {@link IllegalStateException} on a request that the filter never saw: that is an error in its
 * mapping, and must not look like a visitor without a session. Stateless.
 */
public final class AuthgearRequests {
    private AuthgearRequests() {}

    /**
     * The session, one of three states.
     *
     * @param request the current request
     * @return never null; {@link AuthgearSession.None} as well where the headers were refused
     * @throws IllegalStateException if the filter is not mapped to this request
     */
    public static AuthgearSession session(ServletRequest request) {
        return decision(request).session();
    }

    /**
     * Who is authenticated.
     *
     * @param request the current request
     * @return the principal, or empty
     * @throws IllegalStateException if the filter is not mapped to this request
     */
    public static Optional<AuthgearPrincipal> principal(ServletRequest request) {
        return session(request).authenticatedPrincipal();
    }

    /**
     * Asks for a user where the filter did not, as on an optional path or behind a forward: empty means that the 401 has
     * been sent, so return at once.
     *
     * @param request the current request
     * @param response the current response, not yet committed
     * @return the principal, or empty after the answer
     * @throws IllegalStateException if the filter is not mapped to this request, or the response is committed
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
     * Why the headers were refused, for adapters that answer themselves. Must never show in an answer.
     *
     * @param request the current request
     * @return the refusal, or empty
     * @throws IllegalStateException if the filter is not mapped to this request
     */
    public static Optional<RefusedHeadersException> refusal(ServletRequest request) {
        return Optional.ofNullable(decision(request).refusal());
    }

    /**
     * Answers the 401 of the filter, for adapters.
     *
     * @param request the current request
     * @param response the current response, not yet committed
     * @throws IllegalStateException if the filter is not mapped to this request, or the response is committed
     * @throws IOException if the answer cannot be written
     * @throws ServletException if the {@link UnauthorizedHandler} throws it
     */
    public static void unauthorized(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Decision decision = decision(request);
        decision.gate().unauthorized(request, response, decision);
    }

    private static Decision decision(ServletRequest request) {
        Decision decision = Decision.of(request);
        if (decision == null) {
            throw new IllegalStateException(
                    "AuthgearHeadersFilter has not seen this request: map it to /* for all dispatcher types");
        }
        return decision;
    }
}
