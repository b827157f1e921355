package com.authgear.headers.spring;

import com.authgear.headers.AuthgearPrincipal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Resolves {@code @AuthenticationPrincipal Optional<AuthgearPrincipal>}, empty where no user is authenticated. Must
 * stand before Spring Security's own resolver, which would pass null. Thread-safe.
 */
public final class OptionalPrincipalArgumentResolver implements HandlerMethodArgumentResolver {
    private final SecurityContextHolderStrategy strategy = SecurityContextHolder.getContextHolderStrategy();

    /** Reads the strategy of the security context, once. */
    public OptionalPrincipalArgumentResolver() {}

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(AuthenticationPrincipal.class)
                && parameter.getParameterType() == Optional.class
                && ResolvableType.forMethodParameter(parameter).getGeneric(0).resolve() == AuthgearPrincipal.class;
    }

    @Override
    public Optional<AuthgearPrincipal> resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Authentication authentication = strategy.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AuthgearPrincipal principal
                ? Optional.of(principal)
                : Optional.empty();
    }
}
