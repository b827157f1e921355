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
        if (all || patterns.isEmpty()) {
            return all;
        }
        String path = path(request);
        return isPlain(path) && patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    /** Decoded and normalised by the container, unlike the request URI. */
    private static String path(HttpServletRequest request) {
        try {
            String pathInfo = request.getPathInfo();
            return pathInfo == null ? request.getServletPath() : request.getServletPath() + pathInfo;
        } catch (IllegalArgumentException ambiguous) {
            throw new MalformedHeadersException(
                    "ambiguous_uri", "request line", "let the proxy normalise or refuse such a URI");
        }
    }

    /** Whether no later hop could read another path out of this one. */
    private static boolean isPlain(String path) {
        return path.chars().noneMatch(c -> c < 0x20 || c == 0x7F || c == ';' || c == '\\' || c == '%')
                && !path.contains("//")
                && !(path + "/").contains("/./")
                && !(path + "/").contains("/../");
    }
}
