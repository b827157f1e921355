package com.authgear.headers.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers a request that needs an identity and has none. Must be thread-safe. */
@FunctionalInterface
public interface UnauthorizedHandler {
    /**
     * Answers. Whether the request had no session, or headers that were refused for whatever reason, is not told: an
     * answer that depends on it helps an attacker to find out which forgery works.
     *
     * <p>Where the request has a body, this is called when that has been read or a second is over, after the filters
     * before have returned and on another thread of the container: what they keep in thread-locals is not there. A failure
     * is logged and answered 500. The body itself is gone.
     *
     * @param request the request, its identity headers hidden
     * @param response the response, nothing written yet
     * @param invalidToken whether the challenge should say {@code error="invalid_token"} (RFC 6750, section 3.1): the
     *     session is known to be invalid, or a bearer token came
     * @throws IOException if the answer cannot be written
     * @throws ServletException for any other failure
     */
    void handle(HttpServletRequest request, HttpServletResponse response, boolean invalidToken)
            throws IOException, ServletException;
}
