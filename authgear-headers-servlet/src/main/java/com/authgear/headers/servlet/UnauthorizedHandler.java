package com.authgear.headers.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers a request that needs an identity and has none. Must be thread-safe. */
@FunctionalInterface
public interface UnauthorizedHandler {
    /**
     * Answers. The handler does not learn whether the request had no session or refused headers: an answer that depends
     * on it would show an attacker which forgery works.
     *
     * <p>If the request has a body, this is called when it has been read, or after a second: after the earlier filters
     * have returned, and on another thread of the container, without their thread-locals. The body cannot be read
     * again. An exception is then logged and answered 500.
     *
     * @param request the request, its identity headers hidden
     * @param response the response, nothing written yet
     * @param invalidToken whether the challenge should say {@code error="invalid_token"} (RFC 6750, section 3.1),
     *     because the session is invalid or the request has a bearer token
     * @throws IOException if the answer cannot be written
     * @throws ServletException for any other failure
     */
    void handle(HttpServletRequest request, HttpServletResponse response, boolean invalidToken)
            throws IOException, ServletException;
}
