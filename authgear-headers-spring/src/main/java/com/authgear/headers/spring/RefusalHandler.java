package com.authgear.headers.spring;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Answers a refused request as the chain answers a script without an identity: by the chain's own
 * {@link ExceptionTranslationFilter}, with its request cache and entry point. A chain without that filter answers by
 * {@link AuthgearAuthenticationEntryPoint}. Thread-safe once the chain is built.
 */
final class RefusalHandler implements AuthenticationFailureHandler, ObjectPostProcessor<ExceptionTranslationFilter> {
    private static final FilterChain DENYING = (request, response) -> {
        throw new AuthorizationDeniedException("Access Denied", new AuthorizationDecision(false));
    };

    private final SecurityContextHolderStrategy strategy;
    private volatile @Nullable ExceptionTranslationFilter translation;

    RefusalHandler(SecurityContextHolderStrategy strategy) {
        this.strategy = strategy;
    }

    /** Called when the chain is built. */
    @Override
    public <O extends ExceptionTranslationFilter> O postProcess(O filter) {
        translation = filter;
        return filter;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException, ServletException {
        ExceptionTranslationFilter answering = translation;
        if (answering == null) {
            new AuthgearAuthenticationEntryPoint().onAuthenticationFailure(request, response, refusal);
            return;
        }
        // Set by the filter's base class; no page must show it.
        request.removeAttribute(WebAttributes.AUTHENTICATION_EXCEPTION);
        SecurityContext anonymous = strategy.createEmptyContext();
        anonymous.setAuthentication(new AnonymousAuthenticationToken(
                "authgear", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
        strategy.setContext(anonymous);
        answering.doFilter(request, response, DENYING);
    }
}
