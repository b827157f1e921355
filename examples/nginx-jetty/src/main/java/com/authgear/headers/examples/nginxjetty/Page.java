package com.authgear.headers.examples.nginxjetty;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The frame of every page. Nothing is escaped: the grammar of what the pages show leaves no markup. */
final class Page {
    private static final String FRAME = resource("page.html");

    private Page() {}

    static void send(HttpServletResponse response, String title, String content) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        // No form-action: what is posted can be redirected to the login of Authgear.
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().print(FRAME.replace("{title}", title).replace("{content}", content));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
