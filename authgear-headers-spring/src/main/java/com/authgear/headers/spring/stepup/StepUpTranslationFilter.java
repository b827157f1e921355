package com.authgear.headers.spring.stepup;

import com.authgear.headers.StepUpResult;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.filter.GenericFilterBean;

/**
 * Answers denials by step-up rules for requests and methods, and denials of a user of the headers who lacks factors
 * alone. It stands behind Spring Security's own filter, which answers all other denials with the handlers of the
 * application.
 */
public final class StepUpTranslationFilter extends GenericFilterBean {
    private final SecurityContextHolderStrategy strategy;

    /**
     * Called by the chain's configurer.
     *
     * @param strategy tells who is authenticated
     */
    public StepUpTranslationFilter(SecurityContextHolderStrategy strategy) {
        this.strategy = strategy;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException thrown) {
            StepUpResult.Unsatisfied result = result(thrown);
            if (result == null || response.isCommitted()) {
                throw thrown;
            }
            AuthgearRequests.stepUp((HttpServletRequest) request, (HttpServletResponse) response, result);
        }
    }

    private StepUpResult.@Nullable Unsatisfied result(Throwable thrown) {
        AuthorizationDeniedException denied = StepUpDecisions.denied(thrown, any -> true);
        if (denied == null) {
            return null;
        }
        return denied.getAuthorizationResult() instanceof StepUpAuthorizationDecision decision
                ? decision.result().orElse(null)
                : FactorDenials.result(
                        denied.getAuthorizationResult(), strategy.getContext().getAuthentication());
    }
}
