package com.authgear.headers.servlet;

import com.authgear.headers.MalformedHeadersException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;

/** Where an identity is optional. In doubt it is required. */
final class OptionalPaths {
    private static final OptionalPaths NONE = new OptionalPaths(false, List.of());
    private static final OptionalPaths ALL = new OptionalPaths(true, List.of());

    private final boolean all;
    private final List<UrlPattern> patterns;

    private OptionalPaths(boolean all, List<UrlPattern> patterns) {
        this.all = all;
        this.patterns = patterns;
    }

    static OptionalPaths none() {
        return NONE;
    }

    static OptionalPaths all() {
        return ALL;
    }

    static OptionalPaths of(String... patterns) {
        return new OptionalPaths(
                false, Arrays.stream(patterns).map(UrlPattern::parse).toList());
    }

    /**
     * Whether the request's path is one of them.
     *
     * @throws MalformedHeadersException if the container calls the URI ambiguous
     */
    boolean include(HttpServletRequest request) {
        return patterns.isEmpty() ? all : matches(request);
    }

    private boolean matches(HttpServletRequest request) {
        RequestPath path = RequestPath.of(request);
        return path.isPlain() && patterns.stream().anyMatch(path::matches);
    }

    /** For the log. */
    @Override
    public String toString() {
        return all ? "identity optional" : "identity required but on " + patterns.size() + " optional path(s)";
    }
}
