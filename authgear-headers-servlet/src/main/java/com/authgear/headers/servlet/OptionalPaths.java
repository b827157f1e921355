package com.authgear.headers.servlet;

import com.authgear.headers.MalformedHeadersException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;

/** Where an identity is optional. In doubt it is required. */
final class OptionalPaths {
    /** What containers put in the place of bytes that are no UTF-8, such as an overlong dot or slash. */
    private static final char UNDECODABLE = '\uFFFD';

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

    /** Decoded and normalised by the container, unlike the request URI. */
    private boolean matches(HttpServletRequest request) {
        try {
            String info = request.getPathInfo();
            String path = info == null ? request.getServletPath() : request.getServletPath() + info;
            return isPlain(path) && patterns.stream().anyMatch(pattern -> pattern.matches(path, info != null));
        } catch (IllegalArgumentException ambiguous) {
            throw new MalformedHeadersException(
                    "ambiguous_uri", "-", "let the proxy normalise or refuse a URI that can be read in two ways");
        }
    }

    /** For the log. */
    @Override
    public String toString() {
        return all ? "identity optional" : "identity required but on " + patterns.size() + " optional path(s)";
    }

    /** Whether no later hop could read another path out of this one. */
    private static boolean isPlain(String path) {
        return path.chars().noneMatch(OptionalPaths::isDoubtful)
                && !path.contains("//")
                && !(path + "/").contains("/./")
                && !(path + "/").contains("/../");
    }

    private static boolean isDoubtful(int c) {
        return c < 0x20 || c == 0x7F || c == ';' || c == '\\' || c == '%' || c == UNDECODABLE;
    }
}
