package com.authgear.headers.servlet;

import com.authgear.headers.StepUpResult;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers a user whose login is not enough, as by sending a browser to Authgear with {@code max_age}. Must be
 * thread-safe.
 */
@FunctionalInterface
public interface StepUpHandler {
    /**
     * Answers. Only a {@link StepUpResult.Challenge} may lead to another login: for a {@link StepUpResult.Forbidden} it
     * would be in vain, and the client would come back for ever.
     *
     * <p>Where the request has a body, this is called when that has been read or a second is over, after the filters
     * before have returned and on another thread of the container: what they keep in thread-locals is not there. A failure
     * is logged and answered 500. The body itself is gone.
     *
     * @param request the request, its identity headers hidden
     * @param response the response, nothing written yet
     * @param result what the rule says of the user
     * @throws IOException if the answer cannot be written
     * @throws ServletException for any other failure
     */
    void handle(HttpServletRequest request, HttpServletResponse response, StepUpResult.Unsatisfied result)
            throws IOException, ServletException;
}
