package com.authgear.headers.servlet;

import jakarta.servlet.http.HttpServletRequest;

/** The question a browser asks before a cross-origin request (Fetch, section 3.3.2). It carries no credential. */
final class Preflight {
    private Preflight() {}

    static boolean matches(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }
}
