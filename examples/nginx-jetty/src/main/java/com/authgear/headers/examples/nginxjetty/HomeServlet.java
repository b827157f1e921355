package com.authgear.headers.examples.nginxjetty;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The start page, for users and for everybody else. */
final class HomeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String LOG_IN =
            "<p><a class=\"button\" href=\"/authgear/login?return_to=/account\">Log in</a></p>";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = AuthgearRequests.principal(request)
                .map(AuthgearPrincipal::userId)
                .orElse("nobody");
        Page.send(response, "You are " + name, request.getUserPrincipal() == null ? LOG_IN : "");
    }
}
