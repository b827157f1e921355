package com.authgear.headers.attacksuite;

import com.authgear.headers.AuthgearPrincipal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Tries to make its user an administrator, and answers the unchanged user. */
final class TamperingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            List<String> kept = new ArrayList<>();
            AuthgearPrincipal user = (AuthgearPrincipal) Objects.requireNonNull(request.getUserPrincipal());
            refused(() -> user.roles().add("admin"), "roles", kept);
            refused(() -> user.amr().add("mfa"), "amr", kept);
            overwriteAttributes(request);
            request.setAttribute("kept", kept);
            request.getRequestDispatcher(request.getServletPath()).forward(request, response);
        } else {
            @SuppressWarnings("unchecked")
            List<String> kept = (List<String>) request.getAttribute("kept");
            kept.add("attribute");
            kept.add(WhoServlet.describe(request));
            response.getWriter().print(kept);
        }
    }

    private static void refused(Runnable change, String what, List<String> kept) {
        try {
            change.run();
        } catch (UnsupportedOperationException immutable) {
            kept.add(what);
        }
    }

    private static void overwriteAttributes(HttpServletRequest request) {
        request.getAttributeNames().asIterator().forEachRemaining(name -> {
            if (name.startsWith("com.authgear.")) {
                request.setAttribute(name, "admin");
            }
        });
    }
}
