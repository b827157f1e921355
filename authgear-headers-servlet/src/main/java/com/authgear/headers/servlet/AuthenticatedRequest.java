package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.servlet.peer.InnermostRequest;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** The request as the application sees it: with the principal, without the headers. */
final class AuthenticatedRequest extends HidingRequest {
    private static final String AUTH_TYPE = "AUTHGEAR";
    /** Servlet 6.0, section 13.3: any authenticated user, whatever the roles. */
    private static final String ANY_AUTHENTICATED_USER = "**";

    private final Decision decision;
    private final Decider decider;

    private AuthenticatedRequest(
            HttpServletRequest request, HttpServletResponse response, Decision decision, Decider decider) {
        super(request, response, decider::hides);
        this.decision = decision;
        this.decider = decider;
    }

    /** Wraps the request, unless it is wrapped already, as on a forward and sometimes on an async dispatch. */
    static HttpServletRequest of(
            HttpServletRequest request, HttpServletResponse response, Decision decision, Decider decider) {
        return shows(request, decision, decider)
                ? request
                : new AuthenticatedRequest(request, response, decision, decider);
    }

    /** Whether a request is already wrapped by the same filter for the same decision. */
    static boolean shows(HttpServletRequest request, Decision decision, Decider decider) {
        AuthenticatedRequest wrapped = in(request);
        return wrapped != null && wrapped.decider == decider && wrapped.decision.equals(decision);
    }

    /** The request below the wrapper, with all its headers. */
    static HttpServletRequest raw(HttpServletRequest request) {
        AuthenticatedRequest wrapped = in(request);
        return wrapped == null ? request : raw((HttpServletRequest) wrapped.getRequest());
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
        return principal();
    }

    @Override
    public @Nullable String getRemoteUser() {
        AuthgearPrincipal principal = principal();
        return principal == null ? null : principal.getName();
    }

    @Override
    public @Nullable String getAuthType() {
        return principal() == null ? null : AUTH_TYPE;
    }

    @Override
    public boolean isUserInRole(@Nullable String role) {
        AuthgearPrincipal principal = principal();
        return principal != null
                && role != null
                && (role.equals(ANY_AUTHENTICATED_USER) || principal.roles().contains(role));
    }

    private @Nullable AuthgearPrincipal principal() {
        return decision.session().authenticatedPrincipal().orElse(null);
    }

    private static @Nullable AuthenticatedRequest in(ServletRequest request) {
        ServletRequest current = request;
        for (int i = 0; i < InnermostRequest.MAX_WRAPPERS && current instanceof ServletRequestWrapper wrapper; i++) {
            if (current instanceof AuthenticatedRequest found) {
                return found;
            }
            current = wrapper.getRequest();
        }
        return null;
    }
}
