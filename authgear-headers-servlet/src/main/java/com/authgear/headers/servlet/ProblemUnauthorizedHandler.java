package com.authgear.headers.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The plain 401, with a challenge of RFC 6750. */
final class ProblemUnauthorizedHandler implements UnauthorizedHandler {
    private static final ProblemAnswer AUTHENTICATION_REQUIRED =
            ProblemAnswer.unauthorized("Bearer", "authentication_required", "");
    private static final ProblemAnswer INVALID_TOKEN =
            ProblemAnswer.unauthorized("Bearer error=\"invalid_token\"", "invalid_token", "");

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, boolean invalidToken)
            throws IOException {
        (invalidToken ? INVALID_TOKEN : AUTHENTICATION_REQUIRED).send(request, response);
    }
}
