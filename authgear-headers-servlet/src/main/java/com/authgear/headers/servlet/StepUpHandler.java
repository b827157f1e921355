package com.authgear.headers.servlet;

import com.authgear.headers.StepUpResult;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers a user whose login does not satisfy a rule, for example by sending a browser to Authgear with
 * {@code max_age}. Must be thread-safe.
 */
@FunctionalInterface
public interface StepUpHandler {
    /**
     * Answers. Only a {@link StepUpResult.Challenge} may lead to another login: after a {@link StepUpResult.Forbidden}
     * the client would be sent to log in again and again. If the request has a body, this is called later and on
     * another thread, as {@link UnauthorizedHandler#handle} is.
     *
     * @param request the request, its identity headers hidden
     * @param response the response, nothing written yet
     * @param result of the rule
     * @throws IOException if the answer cannot be written
     * @throws ServletException for any other failure
     */
    void handle(HttpServletRequest request, HttpServletResponse response, StepUpResult.Unsatisfied result)
            throws IOException, ServletException;
}
