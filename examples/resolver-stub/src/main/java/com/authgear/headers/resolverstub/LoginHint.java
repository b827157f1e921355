package com.authgear.headers.resolverstub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a {@code login_hint} means.
 *
 * @param loginId an e-mail address, a user name or a phone number; empty for nobody
 * @param enforced whether no other user may log in
 */
record LoginHint(String loginId, boolean enforced) {
    static final LoginHint NONE = new LoginHint("", false);
    private static final String PREFIX = "https://authgear.com/login_hint?";

    /** Of the three types of the real server, {@code login_id} alone is known here. */
    static LoginHint parse(String value) {
        if (!value.startsWith(PREFIX)) {
            throw new AuthorizationException("invalid_request", "invalid login_hint: " + value);
        }
        Map<String, String> query = Stream.of(value.substring(PREFIX.length()).split("&"))
                .map(pair -> (pair + "=").split("=", 3))
                .collect(Collectors.toMap(pair -> pair[0], pair -> decode(pair[1]), (first, second) -> first));
        String type = query.getOrDefault("type", "");
        if (!type.equals("login_id")) {
            throw new AuthorizationException("invalid_request", "invalid login_hint type: " + type);
        }
        String loginId = Stream.of("email", "username", "phone")
                .map(name -> query.getOrDefault(name, ""))
                .collect(Collectors.joining());
        return new LoginHint(loginId, "true".equals(query.get("enforce")));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new AuthorizationException("invalid_request", "login_hint is not an URL: " + text);
        }
    }

    /** The user {@code alice} has the user name {@code alice}, and every e-mail address that starts with {@code alice@}. */
    boolean means(String name) {
        return loginId.equals(name) || loginId.startsWith(name + "@");
    }
}
