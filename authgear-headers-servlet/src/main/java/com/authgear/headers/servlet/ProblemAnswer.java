package com.authgear.headers.servlet;

import com.authgear.headers.StepUpResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a refused request: not to be cached, with a problem (RFC 9457) and perhaps a challenge.
 *
 * @param status 400, 401 or 403
 * @param challenge the value of {@code WWW-Authenticate}, or null
 * @param body a JSON object of ASCII characters
 */
record ProblemAnswer(int status, @Nullable String challenge, String body) {
    /** The default {@link UnauthorizedHandler}: a 401 with the challenge of RFC 6750. */
    static UnauthorizedHandler unauthorizedHandler(String members) {
        ProblemAnswer required = unauthorized("Bearer", "authentication_required", members);
        ProblemAnswer invalid = unauthorized("Bearer error=\"invalid_token\"", "invalid_token", members);
        return (request, response, invalidToken) -> (invalidToken ? invalid : required).send(request, response);
    }

    /** The default {@link StepUpHandler}: a 401 with the challenge of RFC 9470, or a 403. Shows no data of the user. */
    static StepUpHandler stepUpHandler(String members) {
        return (request, response, result) -> {
            ProblemAnswer answer = result instanceof StepUpResult.Challenge challenge
                    ? unauthorized(challenge.wwwAuthenticate(), challenge.code(), members(challenge) + members)
                    : forbidden(result.code());
            answer.send(request, response);
        };
    }

    /** A 401 (RFC 9110, section 15.5.2). */
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
            write(response, body);
        }
    }

    /** An earlier filter may have opened stream or writer; ASCII has the same bytes in both. */
    static void write(HttpServletResponse response, String text) throws IOException {
        try {
            response.getOutputStream().print(text);
        } catch (IllegalStateException writerIsOpen) {
            response.getWriter().print(text);
        }
    }

    /**
     * Parameters of the authorization request (OpenID Connect Core, section 3.1.2.1), and what the login must have used.
     * Without {@code prompt=login} Authgear compares {@code max_age} with the client's {@code id_token_hint}, not with
     * the session, and may answer without a login. The grammar of a method leaves nothing to escape.
     */
    private static String members(StepUpResult.Challenge challenge) {
        String methods = String.join("\",\"", challenge.requiredAmr());
        return ",\"max_age\":" + challenge.maxAge().toSeconds() + ",\"prompt\":\"login\""
                + (methods.isEmpty() ? "" : ",\"required_amr\":[\"" + methods + "\"]");
    }

    /** The members are further ones of the problem, each with a comma before it. */
    private static String problem(String title, int status, String code, String members) {
        return "{\"type\":\"about:blank\",\"title\":\"" + title + "\",\"status\":" + status + ",\"code\":\"" + code
                + "\"" + members + "}";
    }
}
