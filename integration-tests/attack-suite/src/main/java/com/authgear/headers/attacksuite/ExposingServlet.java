package com.authgear.headers.attacksuite;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Answers all that the request reveals, asked directly and through its async context. */
final class ExposingServlet extends HttpServlet {
    static final List<String> NAMES = List.of(
            "x-authgear-user-id",
            "X-Authgear-User-Id",
            "X-AUTHGEAR-SESSION-VALID",
            "x-authgear-user-roles",
            "x-authgear-tomorrow",
            "x-proxy-secret",
            "X-Proxy-Secret",
            "x_proxy_secret",
            "x-other");

    private static final long serialVersionUID = 1L;

    /** TRACE is left to the base class, which echoes the headers. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        request.getInputStream().readAllBytes();
        StringBuilder seen = new StringBuilder(Exposed.by(HttpServletRequest.class, request, NAMES));
        AsyncContext context = request.startAsync();
        seen.append("\nasync:\n")
                .append(Exposed.by(HttpServletRequest.class, (HttpServletRequest) context.getRequest(), NAMES));
        response.getWriter().print(seen);
        context.complete();
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response);
    }
}
