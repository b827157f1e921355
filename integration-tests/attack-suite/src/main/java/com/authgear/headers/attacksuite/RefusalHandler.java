package com.authgear.headers.attacksuite;

import com.authgear.headers.servlet.UnauthorizedHandler;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A refusal handler of the application; the header {@code x-handler} selects what it does. */
enum RefusalHandler {
    TEXT(418, "own") {
        @Override
        void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setStatus(418);
            response.getWriter().print("own");
        }
    },
    RESET(418, "own") {
        @Override
        void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.reset();
            response.setStatus(418);
            response.getWriter().print("own");
            response.getWriter().close();
        }
    },
    LARGE_TEXT(418, "own".repeat(1_000_000)) {
        @Override
        void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setStatus(418);
            response.getWriter().print("own".repeat(1_000_000));
        }
    },
    /** With the page for it. */
    ERROR(403, WhoServlet.NOBODY) {
        @Override
        void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.sendError(403);
        }
    },
    REDIRECT(302, "") {
        @Override
        void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.sendRedirect("/login");
        }
    },
    FORWARD(200, WhoServlet.NOBODY) {
        @Override
        void handle(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
            request.getRequestDispatcher(Honest.PUBLIC_PAGE).forward(request, response);
        }
    };

    static final UnauthorizedHandler NAMED = (request, response, invalidToken) ->
            valueOf(request.getHeader("x-handler")).handle(request, response);

    private final int status;
    private final String text;

    RefusalHandler(int status, String text) {
        this.status = status;
        this.text = text;
    }

    abstract void handle(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;

    int status() {
        return status;
    }

    String text() {
        return text;
    }
}
