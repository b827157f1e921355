package com.authgear.headers.spring;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.servlet.AuthgearIdentityFilter;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Makes the user of the headers the authentication of the request.
 *
 * <p>Unlike its base class by default: the headers are asked on every request, and what an HTTP session remembers never
 * outlives or outranks them; no session is created or read; a refusal ends the request. It does not protect a path:
 * authorization rules do. Not a bean, or Spring Boot would map it to every path; the configurer builds it. Thread-safe
 * once built.
 */
public final class AuthgearPreAuthenticatedProcessingFilter extends AbstractPreAuthenticatedProcessingFilter {
    private static final FilterChain AUTHENTICATE_ONLY = (request, response) -> {};

    private final AuthgearIdentityFilter identity;
    private final SecurityContextHolderStrategy strategy;
    private final boolean refuseInvalidSessions;
    private final AuthgearAuthoritiesMapper authorities;

    AuthgearPreAuthenticatedProcessingFilter(
            AuthgearIdentityFilter identity,
            AuthgearAuthoritiesMapper authorities,
            boolean refuseInvalidSessions,
            SecurityContextRepository repository,
            SecurityContextHolderStrategy strategy) {
        this.identity = identity;
        this.refuseInvalidSessions = refuseInvalidSessions;
        this.authorities = authorities;
        this.strategy = strategy;
        setAuthenticationManager(
                new ProviderManager(new AuthgearAuthenticationProvider(authorities, identity.clock())));
        setSecurityContextHolderStrategy(strategy);
        setSecurityContextRepository(repository);
        // Spring's defaults look at what a session has kept, read the session, and go on after a failure.
        setRequiresAuthenticationRequestMatcher(AnyRequestMatcher.INSTANCE);
        setAuthenticationDetailsSource(request -> "");
        setContinueFilterChainOnUnsuccessfulAuthentication(false);
    }

    /** Decides before the base class authenticates, and ends a refused request, where the base class would go on. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        identity.doFilter(request, response, (visible, answer) -> {
            // On later dispatches the chain's own filter loads what is kept here.
            boolean later = visible.getDispatcherType() != DispatcherType.REQUEST;
            if (later || authenticate((HttpServletRequest) visible, (HttpServletResponse) answer)) {
                chain.doFilter(visible, answer);
            }
        });
    }

    /** {@return what the users of this chain may be asked for} */
    public AuthgearAuthoritiesMapper authoritiesMapper() {
        return authorities;
    }

    @Override
    protected @Nullable AuthgearPrincipal getPreAuthenticatedPrincipal(HttpServletRequest request) {
        return AuthgearRequests.principal(request).orElse(null);
    }

    @Override
    protected Object getPreAuthenticatedCredentials(HttpServletRequest request) {
        return NoCredentials.VALUE;
    }

    /** False after the failure handler has answered. */
    private boolean authenticate(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        strategy.setContext(strategy.createEmptyContext());
        if (isRefused(request)) {
            unsuccessfulAuthentication(request, response, new RefusedIdentityException());
            return false;
        }
        try {
            super.doFilter(request, response, AUTHENTICATE_ONLY);
            return true;
        } catch (AuthenticationException answered) {
            return false;
        }
    }

    private boolean isRefused(HttpServletRequest request) {
        boolean invalid = AuthgearRequests.session(request) instanceof AuthgearSession.Invalid;
        return AuthgearRequests.refusal(request).isPresent() || (invalid && refuseInvalidSessions);
    }
}
