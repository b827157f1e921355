package com.authgear.headers.spring;

import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Answers the servlet filter's 401 where a rule asks for authentication or headers are refused. Stateless. */
public final class AuthgearAuthenticationEntryPoint implements AuthenticationEntryPoint, AuthenticationFailureHandler {
    /** Has no options. */
    public AuthgearAuthenticationEntryPoint() {}

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException exception)
            throws IOException, ServletException {
        AuthgearRequests.unauthorized(request, response);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException exception)
            throws IOException, ServletException {
        AuthgearRequests.unauthorized(request, response);
    }
}
