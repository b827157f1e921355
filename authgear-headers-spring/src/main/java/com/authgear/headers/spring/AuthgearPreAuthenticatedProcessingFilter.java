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
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Makes the user of the headers the authentication of the request.
 *
 * <p>It differs from the defaults of its base class: it reads the headers of every request, it neither creates nor
 * reads an HTTP session, so that no remembered user outlives or overrides the headers, and a refusal ends the request.
 * It protects no path: authorization rules do. {@link AuthgearHeadersConfigurer} builds it; it is not a bean, which
 * Spring Boot would map to every path. Thread-safe once built.
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
        setAuthenticationManager(request -> authenticated(request, authorities, identity.clock()));
        setSecurityContextHolderStrategy(strategy);
        setSecurityContextRepository(repository);
        // By default the base class trusts a user kept by a session, reads the session, and goes on after a failure.
        setRequiresAuthenticationRequestMatcher(AnyRequestMatcher.INSTANCE);
        setAuthenticationDetailsSource(request -> "");
        setContinueFilterChainOnUnsuccessfulAuthentication(false);
    }

    /** Decides before the base class authenticates, and ends a refused request. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        identity.doFilter(request, response, (visible, answer) -> {
            // On later dispatches Spring Security loads what this filter has kept in the request.
            boolean later = visible.getDispatcherType() != DispatcherType.REQUEST;
            if (later || authenticate((HttpServletRequest) visible, (HttpServletResponse) answer)) {
                chain.doFilter(visible, answer);
            }
        });
    }

    /** {@return what maps the users of this chain to authorities} */
    public AuthgearAuthoritiesMapper authoritiesMapper() {
        return authorities;
    }

    @Override
    protected @Nullable AuthgearPrincipal getPreAuthenticatedPrincipal(HttpServletRequest request) {
        return AuthgearRequests.principal(request).orElse(null);
    }

    @Override
    protected Object getPreAuthenticatedCredentials(HttpServletRequest request) {
        return AuthgearAuthentication.NO_CREDENTIALS;
    }

    /** Returns false after the failure handler has answered. */
    private boolean authenticate(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        strategy.setContext(strategy.createEmptyContext());
        if (isRefused(request)) {
            unsuccessfulAuthentication(
                    request, response, new BadCredentialsException("the identity of the request was refused"));
            return false;
        }
        try {
            super.doFilter(request, response, AUTHENTICATE_ONLY);
            return true;
        } catch (AuthenticationException answered) {
            return false;
        }
    }

    /** Keeps the typed principal, which Spring's own provider would replace by a UserDetails. */
    private static Authentication authenticated(Authentication request, AuthgearAuthoritiesMapper mapper, Clock clock) {
        AuthgearPrincipal principal = (AuthgearPrincipal) request.getPrincipal();
        AuthgearAuthentication user = new AuthgearAuthentication(principal, mapper.authorities(principal), clock);
        user.setDetails(request.getDetails());
        return user;
    }

    private boolean isRefused(HttpServletRequest request) {
        boolean invalid = AuthgearRequests.session(request) instanceof AuthgearSession.Invalid;
        return AuthgearRequests.refusal(request).isPresent() || (invalid && refuseInvalidSessions);
    }
}
