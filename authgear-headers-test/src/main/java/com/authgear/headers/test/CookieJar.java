package com.authgear.headers.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps the cookies that an application sets, as a browser does. Not thread-safe. */
final class CookieJar {
    private final Map<String, String> pairs = new LinkedHashMap<>();

    /** Takes the values of {@code Set-Cookie} lines, without cookies that the resolver would take for credentials. */
    void keep(List<String> setCookies) {
        for (String line : setCookies) {
            String pair = line.split(";", 2)[0].strip();
            String name = pair.split("=", 2)[0];
            if (pair.equals(name + "=")) {
                pairs.remove(name);
            } else if (!name.endsWith("session") && !name.endsWith("app_access_token")) {
                pairs.put(name, pair);
            }
        }
    }

    /** Adds the cookies to the {@code Cookie} line, or as a new one. */
    HeaderLines addTo(HeaderLines lines) {
        if (pairs.isEmpty()) {
            return lines;
        }
        String kept = String.join("; ", pairs.values());
        return lines.list().stream()
                .filter(line -> line.getKey().equals("Cookie"))
                .findFirst()
                .map(line -> lines.replacing("Cookie", line.getValue() + "; " + kept))
                .orElseGet(() -> lines.with("Cookie", kept));
    }
}
