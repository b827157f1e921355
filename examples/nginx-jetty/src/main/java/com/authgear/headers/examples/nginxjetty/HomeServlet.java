package com.authgear.headers.examples.nginxjetty;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A page that shows who you are. Nothing needs escaping: the grammar of every value leaves no markup. */
final class HomeServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PAGE = resource("home.html");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        response.setHeader(
                "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .print(AuthgearRequests.principal(request)
                        .map(HomeServlet::known)
                        .orElseGet(() -> nobody(AuthgearRequests.session(request))));
    }

    private static String known(AuthgearPrincipal user) {
        String rows = row("anonymous", user.isAnonymous())
                + row("verified", user.isVerified())
                + row("can reauthenticate", user.canReauthenticate())
                + row("roles", orNone(String.join(", ", user.roles())))
                + row("amr", orNone(String.join(", ", user.amr())))
                + row(
                        "authenticated at",
                        user.authenticatedAt().map(Object::toString).orElse("unknown"));
        return page("You are " + user.userId(), "<table>" + rows + "</table>", "logout", "Log out");
    }

    private static String nobody(AuthgearSession session) {
        String why = session instanceof AuthgearSession.Invalid
                ? "Your session has ended, or your account may not be used."
                : "The proxy asked the resolver, and there is no session.";
        return page("You are nobody", "<p>" + why + "</p>", "login", "Log in");
    }

    private static String page(String title, String details, String action, String label) {
        String method = action.equals("login") ? "get" : "post";
        return PAGE.replace("{title}", title)
                .replace("{details}", details)
                .replace("{method}", method)
                .replace("{action}", "/" + action)
                .replace("{label}", label);
    }

    private static String row(String name, Object value) {
        return "<tr><th>" + name + "</th><td>" + value + "</td></tr>";
    }

    private static String orNone(String list) {
        return list.isEmpty() ? "none" : list;
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HomeServlet.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
