package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearPrincipal;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers the user id, or nobody. */
final class WhoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(who(request));
    }

    static String who(HttpServletRequest request) {
        return AuthgearRequests.principal(request)
                .map(AuthgearPrincipal::userId)
                .orElse("nobody");
    }
}
