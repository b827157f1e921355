package com.authgear.headers.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A refusal: nothing to cache, a problem (RFC 9457), and a challenge if there is one.
 *
 * @param status 400, 401 or 403
 * @param challenge the value of {@code WWW-Authenticate}, or null
 * @param body a JSON object of ASCII characters
 */
record ProblemAnswer(int status, @Nullable String challenge, String body) {
    /**
     * A 401 (RFC 9110, section 15.5.2).
     *
     * @param members more members of the problem, each with a comma before it
     */
    static ProblemAnswer unauthorized(String challenge, String code, String members) {
        return new ProblemAnswer(401, challenge, problem("Unauthorized", 401, code, members));
    }

    /** A 403 (RFC 9110, section 15.5.4): no credential that the client could offer would change it. */
    static ProblemAnswer forbidden(String code) {
        return new ProblemAnswer(403, null, problem("Forbidden", 403, code, ""));
    }

    /** A 400 (RFC 9110, section 15.5.1): no login would change it. */
    static ProblemAnswer badRequest(String code) {
        return new ProblemAnswer(400, null, problem("Bad Request", 400, code, ""));
    }

    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        if (challenge != null) {
            response.setHeader("WWW-Authenticate", challenge);
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("application/problem+json");
        response.setContentLength(body.length());
        if (!request.getMethod().equals("HEAD")) {
            write(response);
        }
    }

    /** ASCII, so the two ways write the same bytes; an earlier filter may have opened either. */
    private void write(HttpServletResponse response) throws IOException {
        try {
            response.getOutputStream().print(body);
        } catch (IllegalStateException writerIsOpen) {
            response.getWriter().print(body);
        }
    }

    private static String problem(String title, int status, String code, String members) {
        return "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + ",\"code\":\"" + code
                + "\"" + members + "}";
    }
}
