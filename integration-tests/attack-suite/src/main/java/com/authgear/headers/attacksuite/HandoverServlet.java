package com.authgear.headers.attacksuite;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Dispatches its request in the way that the last segment of its path names, as {@code /on/FORWARD}. */
final class HandoverServlet extends HttpServlet {
    static final String TARGET = "/target";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Handover.valueOf(request.getPathInfo().substring(1)).serve(request, response);
    }
}
