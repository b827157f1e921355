package com.authgear.headers.attacksuite;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers one text. */
final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final String text;

    PageServlet(String text) {
        this.text = text;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter().print(text);
    }
}
