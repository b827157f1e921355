package com.authgear.headers.bootsuite;

import com.authgear.headers.harness.RawResponse;
import java.net.HttpCookie;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The cookies of one browser at one host: a new value replaces the old one, an expired cookie goes. */
final class CookieJar {
    private final Map<String, String> cookies = new TreeMap<>(Map.of("session", "alice"));

    /** The {@code Cookie} line with all of them. */
    String line() {
        return "Cookie: " + cookies.entrySet().stream().map(Object::toString).collect(Collectors.joining("; "));
    }

    void take(RawResponse response) {
        response.headers("Set-Cookie").stream()
                .flatMap(line -> HttpCookie.parse("Set-Cookie: " + line).stream())
                .forEach(cookie -> {
                    if (cookie.hasExpired()) {
                        cookies.remove(cookie.getName());
                    } else {
                        cookies.put(cookie.getName(), cookie.getValue());
                    }
                });
    }
}
