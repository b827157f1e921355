package com.authgear.headers.servlet;

import com.authgear.headers.RequestCredentials;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a browser asks for a page, and which path leads back to it. */
final class Navigation {
    /** With the query. A cookie has 4,096 bytes. */
    private static final int MAX_PATH = 2_048;

    /** RFC 3986, section 3.4, and what browsers leave as it is. */
    private static final Pattern QUERY = Pattern.compile("[!-~&&[^#\"<>\\\\]]*");

    private Navigation() {}

    /** Whether a browser shows the answer as a page of its own. Bearer tokens are those of other clients. */
    static boolean matches(HttpServletRequest request) {
        boolean page = request.getMethod().equals("GET") || request.getMethod().equals("POST");
        return page
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !RequestCredentials.hasBearerToken(new RequestHeaders(request))
                && isMarked(request);
    }

    private static boolean isMarked(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String destination = request.getHeader("Sec-Fetch-Dest");
        if (mode != null || destination != null) {
            return "navigate".equals(mode) && "document".equals(destination);
        }
        String accept = request.getHeader("Accept");
        return accept != null
                && accept.toLowerCase(Locale.ROOT).contains("text/html")
                && request.getHeader("X-Requested-With") == null;
    }

    /** The path to come back to, from the context's root on: of a form post that of its page; else the start page. */
    static String path(HttpServletRequest request, String baseUrl) {
        return request.getMethod().equals("GET")
                ? checked(below(PlainPath.encoded(request.getServletContext().getContextPath()), target(request)))
                : checked(below(baseUrl, request.getHeader("Referer")));
    }

    /** The path itself, or the start page for one that could lead elsewhere. */
    static String checked(@Nullable String path) {
        return path != null && isPath(path) ? path : "/";
    }

    /** Whether it is a plain path, and perhaps a query, of this application. */
    static boolean isPath(String path) {
        int query = path.indexOf('?');
        return path.length() <= MAX_PATH
                && PlainPath.decoded(query < 0 ? path : path.substring(0, query)) != null
                && QUERY.matcher(path).matches();
    }

    private static String target(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static @Nullable String below(String prefix, @Nullable String address) {
        return address != null && address.startsWith(prefix) ? address.substring(prefix.length()) : null;
    }
}
