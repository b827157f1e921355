package com.authgear.headers.resolverstub;

import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * Cookies as Go's {@code net/http} reads them, which differs from Jetty: names are case-sensitive, the first cookie of
 * a name whose value is well-formed wins, one pair of quotes is stripped, and a cookie without {@code =} is empty.
 */
final class GoCookies {
    private final List<String> lines;

    GoCookies(HttpFields headers) {
        lines = headers.getValuesList(HttpHeader.COOKIE);
    }

    /** The value, or null if there is no such cookie. */
    @Nullable
    String find(String name) {
        return lines.stream()
                .flatMap(line -> List.of(line.split(";", -1)).stream())
                .map(part -> part.trim().split("=", 2))
                .filter(pair -> pair[0].trim().equals(name))
                .map(pair -> value(pair.length == 1 ? "" : pair[1]))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String value(String raw) {
        boolean quoted = raw.length() > 1 && raw.startsWith("\"") && raw.endsWith("\"");
        String value = quoted ? raw.substring(1, raw.length() - 1) : raw;
        return value.chars().allMatch(GoCookies::isAllowed) ? value : null;
    }

    private static boolean isAllowed(int c) {
        return c >= 0x20 && c < 0x7F && c != '"' && c != ';' && c != '\\';
    }
}
