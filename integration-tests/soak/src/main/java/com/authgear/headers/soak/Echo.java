package com.authgear.headers.soak;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.http.HttpServletRequest;
import java.util.TreeSet;

/**
 * What a backend answers: which one it is, which request this was, and everything it was told of the user.
 *
 * @param container Jetty or Tomcat
 * @param rest the mark of the request and the user
 */
record Echo(String container, String rest) {
    static Echo of(String container, String mark, HttpServletRequest request) {
        String user = AuthgearRequests.principal(request).map(Echo::described).orElse("nobody");
        return new Echo(container, agrees(request) ? rest(mark, user) : "the ways to ask for the user disagree");
    }

    static Echo parse(String text) {
        int end = text.indexOf(' ');
        return new Echo(text.substring(0, Math.max(0, end)), text.substring(end + 1));
    }

    static String of(String mark, AuthgearPrincipal user) {
        return rest(mark, described(user));
    }

    static String nobody(String mark) {
        return rest(mark, "nobody");
    }

    String text() {
        return container + " " + rest;
    }

    private static String rest(String mark, String user) {
        return mark + " " + user;
    }

    private static boolean agrees(HttpServletRequest request) {
        String user = AuthgearRequests.principal(request)
                .map(AuthgearPrincipal::userId)
                .orElse("nobody");
        String remote = request.getRemoteUser() == null ? "nobody" : request.getRemoteUser();
        return user.equals(remote) && (request.getUserPrincipal() == null) == user.equals("nobody");
    }

    private static String described(AuthgearPrincipal user) {
        return String.join(
                "|",
                user.userId(),
                Boolean.toString(user.isAnonymous()),
                Boolean.toString(user.isVerified()),
                Boolean.toString(user.canReauthenticate()),
                String.join(",", new TreeSet<>(user.roles())),
                String.join(" ", user.amr()),
                user.acr().orElse(""),
                user.authenticatedAt().map(Object::toString).orElse(""));
    }
}
