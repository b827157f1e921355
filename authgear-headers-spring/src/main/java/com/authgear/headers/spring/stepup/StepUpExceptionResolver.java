package com.authgear.headers.spring.stepup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Lets denials of step-up pass through Spring MVC, where an {@code @ExceptionHandler(Exception.class)} of the
 * application would answer 500 instead of the challenge. Leaves other exceptions alone. Spring Boot defines it;
 * elsewhere define it as a bean. Another answer is given by a {@link com.authgear.headers.servlet.StepUpHandler}.
 * Stateless.
 */
public final class StepUpExceptionResolver implements HandlerExceptionResolver, Ordered {
    /** Has no options. */
    public StepUpExceptionResolver() {}

    /** {@return the highest precedence: before all resolvers of the application} */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        AuthorizationDeniedException denied =
                StepUpDecisions.denied(thrown, StepUpAuthorizationDecision.class::isInstance);
        if (denied != null) {
            throw denied;
        }
        return null;
    }
}
