package com.authgear.headers.soak;

import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Answers the name of its container, the mark of the request, and all fields of the user. */
final class EchoServlet extends HttpServlet {
    static final String PUBLIC = "/public";

    private static final long serialVersionUID = 1L;

    /** What follows the name. */
    static String text(String mark, Optional<AuthgearPrincipal> user) {
        StringBuilder text = new StringBuilder(" " + mark);
        AuthgearSession session =
                user.<AuthgearSession>map(AuthgearSession.Valid::new).orElse(AuthgearSession.none());
        AuthgearHeaderWriter.write(session, (name, value) -> text.append("; " + name + "=" + value));
        return text.toString();
    }

    /** A request for /later is answered on another thread. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) {
        if (request.getRequestURI().equals("/later")) {
            AsyncContext later = request.startAsync(request, response);
            later.start(() -> {
                answer(request, response);
                later.complete();
            });
        } else {
            answer(request, response);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) {
        Optional<AuthgearPrincipal> user = AuthgearRequests.principal(request);
        boolean same = user.equals(Optional.ofNullable(request.getUserPrincipal()))
                && user.map(AuthgearPrincipal::userId).equals(Optional.ofNullable(request.getRemoteUser()));
        try {
            String mark =
                    request.getMethod().equals("POST") ? request.getReader().readLine() : request.getHeader("X-Mark");
            response.getOutputStream()
                    .print(getServletName() + (same ? text(mark, user) : " names two users of one request"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
