package com.authgear.headers.resolverstub;

import com.authgear.headers.AuthgearPrincipal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.util.StringUtil;

/** The HTML of the login page. It loads nothing, runs nothing, and repeats nothing of a request but a checked path. */
final class LoginPage {
    private static final String STYLE = resource("login.css");
    private static final String PAGE = resource("login.html").replace("{{style}}", STYLE);
    private static final String USER = resource("user.html");
    private static final HttpFields HEADERS = HttpFields.build()
            .put("Content-Type", "text/html; charset=utf-8")
            .put("Cache-Control", "no-store")
            .put("Content-Security-Policy", policy())
            .put("Referrer-Policy", "same-origin")
            .put("X-Content-Type-Options", "nosniff")
            .asImmutable();

    private final UserTable users;

    LoginPage(UserTable users) {
        this.users = users;
    }

    Answer form(int status, String message, String returnPath) {
        String html = PAGE.replace("{{message}}", escape(message))
                .replace("{{users}}", buttons())
                .replace("{{return}}", escape(returnPath));
        return new Answer(status, HEADERS, html);
    }

    private String buttons() {
        return users.byName().entrySet().stream().map(LoginPage::button).collect(Collectors.joining());
    }

    private static String button(Map.Entry<String, StubUser> entry) {
        return USER.replace("{{name}}", escape(entry.getKey())).replace("{{about}}", escape(about(entry.getValue())));
    }

    /** A user in a few words, for people. */
    private static String about(StubUser user) {
        AuthgearPrincipal principal = user.principal();
        String kind = principal.isAnonymous() ? "anonymous" : principal.isVerified() ? "verified" : "not verified";
        String roles = principal.roles().isEmpty() ? "no roles" : "roles " + String.join(", ", principal.roles());
        String standing = user.standing() == StubUser.Standing.GOOD
                ? ""
                : " · " + user.standing().name().toLowerCase(Locale.ROOT);
        return kind + standing + " · " + roles;
    }

    private static String escape(String text) {
        return StringUtil.sanitizeXmlString(text);
    }

    /** The one style sheet is allowed by its hash, so that nothing else could be slipped in. */
    private static String policy() {
        return "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
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
