package com.authgear.headers.soak;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers with the user and with the mark of the request: a header, or its body. */
final class EchoServlet extends HttpServlet {
    static final String MARK = "X-Mark";
    static final String ME = "/me";
    static final String PUBLIC = "/public";
    /** Answers on another thread. */
    static final String LATER = "/later";

    static final List<String> PATHS = List.of(ME, PUBLIC, LATER);

    private static final long serialVersionUID = 1L;

    private final String container;

    EchoServlet(String container) {
        this.container = container;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getServletPath().equals(LATER)) {
            AsyncContext later = request.startAsync(request, response);
            later.start(() -> answerAndComplete(later, request, response));
        } else {
            answer(request, response);
        }
    }

    private void answerAndComplete(AsyncContext later, HttpServletRequest request, HttpServletResponse response) {
        try {
            answer(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            later.complete();
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] body = Echo.of(container, mark(request), request).text().getBytes(StandardCharsets.ISO_8859_1);
        response.setContentType("text/plain");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String mark(HttpServletRequest request) throws IOException {
        return request.getMethod().equals("POST")
                ? new String(request.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)
                : String.valueOf(request.getHeader(MARK));
    }
}
