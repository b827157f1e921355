package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearPrincipal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with the user id; without a user, with the text "nobody". */
final class WhoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(who(request));
    }

    /** Every way to ask must agree, and the raw header must be hidden, on every dispatch. */
    static String who(HttpServletRequest request) {
        String user = AuthgearRequests.principal(request)
                .map(AuthgearPrincipal::userId)
                .orElse("nobody");
        boolean agrees = user.equals(request.getRemoteUser() == null ? "nobody" : request.getRemoteUser());
        return agrees && request.getHeader("x-authgear-user-id") == null ? user : "DISAGREES";
    }
}
