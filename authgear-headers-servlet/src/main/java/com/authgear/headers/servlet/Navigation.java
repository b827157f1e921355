package com.authgear.headers.servlet;

import com.authgear.headers.RequestCredentials;
import com.authgear.headers.servlet.peer.InnermostRequest;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a browser asks for a page, and which path leads back to it. */
final class Navigation {
    /** With the query. It stands in a cookie, and servers refuse requests with 8 KiB of header lines. */
    private static final int MAX_PATH = 512;

    /** A forward or an async dispatch belongs to a navigation as well. */
    private static final Set<DispatcherType> DISPATCHES =
            EnumSet.of(DispatcherType.REQUEST, DispatcherType.FORWARD, DispatcherType.ASYNC);

    /** RFC 3986, section 3.4, and what browsers leave as it is. */
    private static final Pattern QUERY = Pattern.compile("[!-~&&[^#\"<>\\\\]]*");

    private Navigation() {}

    /** Whether a browser shows the answer as a page of its own. Bearer tokens are those of other clients. */
    static boolean matches(HttpServletRequest request) {
        boolean page = request.getMethod().equals("GET") || request.getMethod().equals("POST");
        return page
                && DISPATCHES.contains(request.getDispatcherType())
                && !RequestCredentials.hasBearerToken(new RequestHeaders(request))
                && isMarked(request);
    }

    /** What a browser loads ahead of a click is no navigation yet. */
    private static boolean isMarked(HttpServletRequest request) {
        if (request.getHeader("Sec-Purpose") != null) {
            return false;
        }
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

    /**
     * The path to come back to, from the context's root on: the requested path of a GET, the page of the form of a POST,
     * otherwise the start page.
     */
    static String path(HttpServletRequest request, String baseUrl) {
        if (!request.getMethod().equals("GET")) {
            return checked(below(baseUrl, request.getHeader("Referer")));
        }
        String path = sentPath(request);
        String query = sent(request, RequestDispatcher.FORWARD_QUERY_STRING, HttpServletRequest::getQueryString);
        return checked(path == null || query == null ? path : path + "?" + query);
    }

    /** The path, without a query that is too long or not plain; the start page if the path itself is not plain. */
    static String checked(@Nullable String path) {
        String bare = path == null ? "" : path.split("\\?", 2)[0];
        if (path != null && isPath(path)) {
            return path;
        }
        return isPath(bare) ? bare : "/";
    }

    /**
     * The path as the client sent it, from the context's root on; null for one that does not begin with the context's
     * path. Changes by earlier filters are ignored: the base URL has the prefix that the proxy removed.
     */
    static @Nullable String sentPath(HttpServletRequest request) {
        return below(
                PlainPath.encoded(request.getServletContext().getContextPath()),
                sent(request, RequestDispatcher.FORWARD_REQUEST_URI, HttpServletRequest::getRequestURI));
    }

    /** Undertow writes the target of a forward into its own request; the others wrap it. */
    private static @Nullable String sent(
            HttpServletRequest request, String forwarded, Function<HttpServletRequest, @Nullable String> value) {
        ServletRequest sent = InnermostRequest.of(request);
        return sent.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null
                ? (String) sent.getAttribute(forwarded)
                : value.apply(sent instanceof HttpServletRequest http ? http : request);
    }

    /** Whether it is a plain path, and perhaps a query, of this application; none of the login's own. */
    static boolean isPath(String path) {
        int query = path.indexOf('?');
        return path.length() <= MAX_PATH
                && !path.startsWith("/authgear/")
                && PlainPath.decoded(query < 0 ? path : path.substring(0, query)) != null
                && QUERY.matcher(path).matches();
    }

    private static @Nullable String below(String prefix, @Nullable String address) {
        return address != null && address.startsWith(prefix) ? address.substring(prefix.length()) : null;
    }
}
