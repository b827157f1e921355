package com.authgear.headers.spring;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Makes the user of the headers the authentication of the request.
 *
 * <p>Unlike its base class by default: the headers are asked on every request, and what an HTTP session remembers never
 * outlives or outranks them; no session is created or read; a refusal ends the request with a 401. It does not protect a
 * path: authorization rules do. Not a bean, or Spring Boot would map it to every path; the configurer builds it.
 * Thread-safe once built.
 */
public final class AuthgearPreAuthenticatedProcessingFilter extends AbstractPreAuthenticatedProcessingFilter {
    private final SecurityContextRepository repository;
    private final ProviderManager manager;
    private final AuthgearHeadersFilter identity;
    private final SecurityContextHolderStrategy strategy;
    private final boolean refuseInvalidSessions;
    private final AuthgearAuthoritiesMapper authorities;
    private @Nullable ApplicationEventPublisher events;
    private @Nullable AuthenticationSuccessHandler successHandler;

    AuthgearPreAuthenticatedProcessingFilter(
            AuthgearHeadersSupport support,
            SecurityContextRepository repository,
            SecurityContextHolderStrategy strategy) {
        identity = support.filter();
        refuseInvalidSessions = support.refuseInvalidSessions();
        authorities = support.authorities();
        manager = new ProviderManager(new AuthgearAuthenticationProvider(authorities));
        this.repository = repository;
        this.strategy = strategy;
        setAuthenticationManager(manager);
        setSecurityContextHolderStrategy(strategy);
        setSecurityContextRepository(repository);
        setAuthenticationFailureHandler(new AuthgearAuthenticationEntryPoint());
        // Spring's default reads the HTTP session.
        setAuthenticationDetailsSource(request -> "");
    }

    /** Replaces the base class's, which asks a session first and goes on, or answers 500, after a refusal. */
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        identity.doFilter(
                request,
                response,
                (visible, answer) -> authenticate((HttpServletRequest) visible, (HttpServletResponse) answer, chain));
    }

    /** {@return what the users of this chain may be asked for} */
    public AuthgearAuthoritiesMapper authoritiesMapper() {
        return authorities;
    }

    @Override
    public void setApplicationEventPublisher(ApplicationEventPublisher publisher) {
        events = publisher;
    }

    @Override
    public void setAuthenticationSuccessHandler(AuthenticationSuccessHandler handler) {
        successHandler = handler;
    }

    /**
     * As the base class, but for its line of debugging: where Commons Logging stands before SLF4J, as in Spring Boot 4,
     * that is formatted for each request, printed or not, and costs more than all the rest.
     */
    @Override
    protected void successfulAuthentication(
            HttpServletRequest request, HttpServletResponse response, Authentication result)
            throws IOException, ServletException {
        SecurityContext context = strategy.createEmptyContext();
        context.setAuthentication(result);
        strategy.setContext(context);
        repository.saveContext(context, request, response);
        if (events != null) {
            events.publishEvent(new InteractiveAuthenticationSuccessEvent(result, getClass()));
        }
        if (successHandler != null) {
            successHandler.onAuthenticationSuccess(request, response, result);
        }
    }

    @Override
    protected @Nullable AuthgearPrincipal getPreAuthenticatedPrincipal(HttpServletRequest request) {
        return AuthgearRequests.principal(request).orElse(null);
    }

    @Override
    protected Object getPreAuthenticatedCredentials(HttpServletRequest request) {
        return NoCredentials.VALUE;
    }

    private void authenticate(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // On later dispatches the chain's own filter loads what is kept here.
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            try {
                authenticate(request, response);
            } catch (AuthenticationException refused) {
                unsuccessfulAuthentication(request, response, refused);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private void authenticate(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        refuse(request);
        AuthgearPrincipal principal = getPreAuthenticatedPrincipal(request);
        if (principal == null) {
            strategy.setContext(strategy.createEmptyContext());
        } else {
            PreAuthenticatedAuthenticationToken token =
                    new PreAuthenticatedAuthenticationToken(principal, NoCredentials.VALUE);
            successfulAuthentication(request, response, manager.authenticate(token));
        }
    }

    private void refuse(HttpServletRequest request) {
        boolean invalid = AuthgearRequests.session(request) instanceof AuthgearSession.Invalid;
        if (AuthgearRequests.refusal(request).isPresent() || (invalid && refuseInvalidSessions)) {
            throw new RefusedIdentityException();
        }
    }
}
