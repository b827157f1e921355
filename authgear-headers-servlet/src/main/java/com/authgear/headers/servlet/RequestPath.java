package com.authgear.headers.servlet;

import com.authgear.headers.MalformedHeadersException;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The path of a request, decoded and normalised by the container, unlike the request URI.
 *
 * @param text from the context's root on
 * @param byPrefix whether the servlet was chosen by a prefix, so that the end of the path is its own
 */
record RequestPath(String text, boolean byPrefix) {
    /** What containers put in the place of bytes that are no UTF-8, such as an overlong dot or slash. */
    private static final char UNDECODABLE = '\uFFFD';

    /**
     * Asks the container.
     *
     * @throws MalformedHeadersException if it calls the URI ambiguous
     */
    static RequestPath of(HttpServletRequest request) {
        try {
            String info = request.getPathInfo();
            String path = info == null ? request.getServletPath() : request.getServletPath() + info;
            return new RequestPath(path, info != null);
        } catch (IllegalArgumentException ambiguous) {
            throw new MalformedHeadersException(
                    "ambiguous_uri", "-", "let the proxy normalise or refuse a URI that can be read in two ways");
        }
    }

    boolean matches(UrlPattern pattern) {
        return pattern.matches(text, byPrefix);
    }

    /** Whether no later hop could read another path out of this one. */
    boolean isPlain() {
        return text.chars().noneMatch(RequestPath::isDoubtful)
                && !text.contains("//")
                && !(text + "/").contains("/./")
                && !(text + "/").contains("/../");
    }

    private static boolean isDoubtful(int c) {
        return c < 0x20 || c == 0x7F || c == ';' || c == '\\' || c == '%' || c == UNDECODABLE;
    }
}
