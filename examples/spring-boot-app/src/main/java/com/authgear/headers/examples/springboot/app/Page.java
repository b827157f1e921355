package com.authgear.headers.examples.springboot.app;

import com.authgear.headers.AuthgearPrincipal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** Fills in the page. Notes are escaped last and in one place; the grammar of every header leaves no markup. */
@Component
class Page {
    private final String page = read("page.html");
    private final String notesForm = read("notes.html");
    private final Notes notes;

    Page(Notes notes) {
        this.notes = notes;
    }

    /** Asking for the token is what sets its cookie: only a user's page does. */
    String of(AuthgearPrincipal user, CsrfToken csrf) {
        String content = notesForm
                .replace("{rows}", rows(user))
                .replace("{csrfName}", csrf.getParameterName())
                .replace("{csrfToken}", csrf.getToken())
                .replace("{notes}", list(notes.of(user)));
        return filled("You are " + user.userId(), "post", "logout", "Log out", content);
    }

    String ofNobody() {
        String content = "<p>The proxy asked the resolver and found no session.</p>";
        return filled("You are nobody", "get", "login", "Log in", content);
    }

    private String filled(String title, String method, String action, String label, String content) {
        return page.replace("{title}", title)
                .replace("{method}", method)
                .replace("{action}", "/" + action)
                .replace("{label}", label)
                .replace("{content}", content);
    }

    private static String rows(AuthgearPrincipal user) {
        return row("anonymous", user.isAnonymous())
                + row("verified", user.isVerified())
                + row("can reauthenticate", user.canReauthenticate())
                + row("roles", orNone(String.join(", ", user.roles())))
                + row("amr", orNone(String.join(", ", user.amr())))
                + row(
                        "authenticated at",
                        user.authenticatedAt().map(Object::toString).orElse("unknown"));
    }

    private static String row(String name, Object value) {
        return "<tr><th>" + name + "</th><td>" + value + "</td></tr>";
    }

    private static String list(List<String> texts) {
        if (texts.isEmpty()) {
            return "<p class=\"quiet\">None yet.</p>";
        }
        StringBuilder items = new StringBuilder();
        texts.forEach(
                text -> items.append("<li>").append(HtmlUtils.htmlEscape(text)).append("</li>"));
        return "<ul>" + items + "</ul>";
    }

    private static String orNone(String list) {
        return list.isEmpty() ? "none" : list;
    }

    private static String read(String name) {
        try {
            return new ClassPathResource("templates/" + name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
