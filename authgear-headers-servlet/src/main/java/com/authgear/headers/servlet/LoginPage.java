package com.authgear.headers.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * What a login that went wrong shows to a person. It says nothing about the user.
 *
 * @param status of the answer
 * @param title what happened
 * @param text what it means, without markup
 * @param link what the link offers
 */
record LoginPage(int status, String title, String text, String link) {
    static final LoginPage NO_SESSION = new LoginPage(
            401,
            "The login brought no session",
            "This application has not received the session of a login. Visitors: allow cookies, and log in again."
                    + " Operators: the http.cookie_domain of Authgear must cover the host of this application, the proxy"
                    + " must ask the Authgear resolver for this address and forward its headers, and it must pass on"
                    + " cookies with the project's cookie_prefix.",
            "Try again");

    static final LoginPage NOT_COMPLETED =
            new LoginPage(400, "The login was not completed", "Nothing has changed. You can try again.", "Try again");

    static final LoginPage OTHER_USER = new LoginPage(
            200,
            "Another user has logged in",
            "The user who has just logged in is not the one who was asked to log in again. Nothing has been done for"
                    + " either of them.",
            "Continue as the new user");

    static final LoginPage NOT_RENEWED = new LoginPage(
            403,
            "The login is not new",
            "The page needs a new login, and the session still has the old one.",
            "Try again");

    /** Writes the page, whose link leads to the address. */
    void send(HttpServletResponse response, String address) throws IOException {
        response.resetBuffer();
        response.setStatus(status);
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; img-src data:; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/html;charset=UTF-8");
        ProblemAnswer.write(response, html(address));
    }

    /** Of the characters of such an address, only the ampersand has a meaning in an attribute. */
    private String html(String address) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark">
                <link rel="icon" href="data:,">
                <title>%1$s</title>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p><a href="%3$s">%4$s</a></p>
                </main>
                </body>
                </html>
                """.formatted(title, text, address.replace("&", "&amp;"), link);
    }
}
