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
import org.springframework.web.filter.GenericFilterBean;

/**
 * Answers denials of step-up, by rules for requests and for methods. It stands behind Spring Security's own filter,
 * which answers all other denials as ever, with the handlers of the application.
 */
public final class StepUpTranslationFilter extends GenericFilterBean {
    /** Has no options; the chain's configurer makes it. */
    public StepUpTranslationFilter() {}

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

    private static StepUpResult.@Nullable Unsatisfied result(Throwable thrown) {
        AuthorizationDeniedException denied = StepUpDecisions.denied(thrown);
        return denied != null && denied.getAuthorizationResult() instanceof StepUpAuthorizationDecision decision
                ? decision.result().orElse(null)
                : null;
    }
}
