package com.authgear.headers.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The plain 401: a challenge (RFC 9110, section 15.5.2; RFC 6750), nothing to cache, a problem (RFC 9457). */
final class ProblemUnauthorizedHandler implements UnauthorizedHandler {
    private static final String AUTHENTICATION_REQUIRED = problem("authentication_required");
    private static final String INVALID_TOKEN = problem("invalid_token");

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, boolean invalidToken)
            throws IOException {
        String body = invalidToken ? INVALID_TOKEN : AUTHENTICATION_REQUIRED;
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", invalidToken ? "Bearer error=\"invalid_token\"" : "Bearer");
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.setContentLength(body.length());
        if (!request.getMethod().equals("HEAD")) {
            write(body, response);
        }
    }

    /** ASCII, so the two ways write the same bytes; an earlier filter may have opened either. */
    private static void write(String body, HttpServletResponse response) throws IOException {
        try {
            response.getOutputStream().print(body);
        } catch (IllegalStateException writerIsOpen) {
            response.getWriter().print(body);
        }
    }

    private static String problem(String code) {
        return "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,\"code\":\"" + code + "\"}";
    }
}
