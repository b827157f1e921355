package com.authgear.headers.bootsuite;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Writes the user of each later dispatch into a response header: {@code x-user-error: alice}. */
final class DispatchUser implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            return true;
        }
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        response.setHeader(
                "x-user-" + request.getDispatcherType().name().toLowerCase(Locale.ROOT),
                user == null ? UserController.NOBODY : user.getName());
        return true;
    }
}
