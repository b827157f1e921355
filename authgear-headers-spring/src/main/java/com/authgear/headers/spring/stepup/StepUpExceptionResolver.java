package com.authgear.headers.spring.stepup;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Lets the denials of step-up pass through Spring MVC, where an {@code @ExceptionHandler(Exception.class)} of the
 * application would make 500 of the challenge. Other exceptions are left alone. Spring Boot has it by itself; elsewhere
 * define it as a bean. To answer in another way define a {@link com.authgear.headers.servlet.StepUpHandler}. Stateless.
 */
public final class StepUpExceptionResolver implements HandlerExceptionResolver, Ordered {
    /** The only one is as good as any other. */
    public StepUpExceptionResolver() {}

    /** {@return before all of the application's} */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception thrown) {
        AuthorizationDeniedException denied = StepUpDecisions.denied(thrown);
        if (denied != null) {
            throw denied;
        }
        return null;
    }
}
