package com.authgear.headers.resolverstub;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.resolverstub.Authorization.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.util.StringUtil;
import org.jspecify.annotations.Nullable;

/** The HTML of the pages. They load nothing, run nothing, and repeat nothing of a request but a checked path. */
final class LoginPage {
    static final String NO_SUCH_USER = "There is no such user in the table.";
    private static final String STYLE = resource("login.css");
    private static final String PAGE = resource("login.html").replace("{{style}}", STYLE);
    private static final String FORM = resource("form.html");
    private static final String BUTTON = resource("button.html");
    private static final HttpFields HEADERS = HttpFields.build()
            .put("Content-Type", "text/html; charset=utf-8")
            .put("Cache-Control", "no-store")
            .put("Referrer-Policy", "same-origin")
            .put("X-Content-Type-Options", "nosniff")
            .asImmutable();

    private final UserTable users;

    LoginPage(UserTable users) {
        this.users = users;
    }

    /** The stub's own login. */
    Answer login(int status, String message, String returnPath) {
        String forms = form("/login", "return", returnPath, users(users.names()))
                + form("/logout", "return", returnPath, List.of(button("confirm", "yes", "Log out", "")));
        return page(status, "Log in", message, "", forms, "");
    }

    /**
     * The login of an application.
     *
     * @param session the user of the session cookie; null if there is none
     */
    Answer authorize(String message, Authorization about, String id, @Nullable StubUser session) {
        List<String> buttons = new ArrayList<>();
        if (about.kind() == Kind.LOGIN_OR_CONTINUE && session != null) {
            String who = session.principal().userId();
            buttons.add(button("continue", "yes", "Continue as " + who, "with the session that is there"));
        }
        buttons.addAll(users(about.offered()));
        String title = about.kind() == Kind.REAUTHENTICATION ? "Log in again" : "Log in";
        String form = form(AuthorizationEndpoint.PATH, "authorization", id, buttons);
        return page(200, title, message, about.note(), form, about.redirectUri());
    }

    /** The question before a logout that another site asked for. */
    Answer logout(String id, String target) {
        List<String> button = List.of(button("confirm", "yes", "Log out", ""));
        String form = form(EndSessionEndpoint.PATH, "logout", id, button);
        return page(200, "Log out?", "", "", form, target);
    }

    /** A form that was sent before, or is none of this stub's. */
    Answer ended() {
        return page(
                400,
                "Not open",
                "This page is no longer open. Go back to the application and begin again.",
                "",
                "",
                "");
    }

    private static Answer page(int status, String title, String message, String note, String forms, String target) {
        String html = PAGE.replace("{{title}}", title)
                .replace("{{message}}", escape(message))
                .replace("{{note}}", escape(note))
                .replace("{{forms}}", forms);
        return new Answer(status, HEADERS, html).with("Content-Security-Policy", policy(target));
    }

    private static String form(String action, String name, String value, List<String> buttons) {
        return FORM.replace("{{action}}", action)
                .replace("{{buttons}}", String.join("", buttons))
                .replace("{{name}}", name)
                .replace("{{value}}", escape(value));
    }

    private List<String> users(Collection<String> names) {
        return names.stream()
                .map(name -> button("user", name, name, about(users.get(name))))
                .toList();
    }

    private static String button(String name, String value, String label, String about) {
        return BUTTON.replace("{{name}}", name)
                .replace("{{value}}", escape(value))
                .replace("{{label}}", escape(label))
                .replace("{{about}}", escape(about));
    }

    /** A user in a few words, for people. */
    private static String about(StubUser user) {
        AuthgearPrincipal principal = user.principal();
        List<String> words = new ArrayList<>();
        words.add(principal.isAnonymous() ? "anonymous" : principal.isVerified() ? "verified" : "not verified");
        if (user.standing() != StubUser.Standing.GOOD) {
            words.add(user.standing().name().toLowerCase(Locale.ROOT));
        }
        if (!principal.canReauthenticate()) {
            words.add("cannot re-authenticate");
        }
        words.add(principal.roles().isEmpty() ? "no roles" : "roles " + String.join(", ", principal.roles()));
        return String.join(" · ", words);
    }

    private static String escape(String text) {
        return StringUtil.sanitizeXmlString(text);
    }

    /** The one style sheet is allowed by its hash. Browsers hold the redirect after a form against form-action, too. */
    private static String policy(String target) {
        String origin = target.startsWith("http") ? " " + URI.create(target).resolve("/") : "";
        return "default-src 'none'; img-src data:; style-src 'sha256-" + sha256(STYLE) + "'; form-action 'self'"
                + origin + "; base-uri 'none'; frame-ancestors 'none'";
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String resource(String name) {
        return new String(Resources.bytes(name), StandardCharsets.UTF_8);
    }
}
