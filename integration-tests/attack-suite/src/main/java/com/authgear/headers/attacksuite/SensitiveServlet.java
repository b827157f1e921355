package com.authgear.headers.attacksuite;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Requires a user itself, as the target of a forward from a public path must. */
final class SensitiveServlet extends HttpServlet {
    static final String TEXT = "sensitive things of ";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<AuthgearPrincipal> user = AuthgearRequests.require(request, response);
        if (user.isPresent()) {
            response.getWriter().print(TEXT + user.get().userId());
        }
    }
}
