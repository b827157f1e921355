package com.authgear.headers.resolverstub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;

/**
 * The scheme and the host that the client is taken to have asked, in the case in which they were sent.
 *
 * @param scheme never checked: {@code https} in upper case is not {@code https}
 * @param host with its port, where it was sent with one
 */
record Origin(String scheme, String host) {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*");
    private static final Pattern HOST = Pattern.compile("[^\\x00-\\x20\\x7F\\\\^`{|}]*");
    /** What Go's {@code net.SplitHostPort} takes apart. */
    private static final Pattern WITH_PORT = Pattern.compile("(?:\\[([^\\[\\]]*)]|([^:\\[\\]]*)):[^:\\[\\]]*");

    static Origin of(HttpFields headers, boolean trustProxy) {
        return new Origin(scheme(headers, trustProxy), host(headers, trustProxy));
    }

    private static String scheme(HttpFields headers, boolean trustProxy) {
        return trustProxy
                ? first(Headers.first(headers, "X-Forwarded-Proto"), Headers.first(headers, "X-Original-Proto"), "http")
                : "http";
    }

    private static String host(HttpFields headers, boolean trustProxy) {
        String host = Headers.first(headers, "Host");
        return trustProxy
                ? first(
                        Headers.firstMember(headers, "X-Forwarded-Host"),
                        Headers.firstMember(headers, "X-Original-Host"),
                        host)
                : host;
    }

    private static String first(String forwarded, String original, String own) {
        if (!forwarded.isEmpty()) {
            return forwarded;
        }
        return original.isEmpty() ? own : original;
    }

    boolean isHttps() {
        return scheme.equals("https");
    }

    /** Whether the real server can make a URL of it; where it cannot, it answers 500. */
    boolean isUrl() {
        return SCHEME.matcher(scheme).matches() && HOST.matcher(host).matches();
    }

    String hostWithoutPort() {
        Matcher parts = WITH_PORT.matcher(host);
        if (!parts.matches()) {
            return host;
        }
        return parts.group(1) == null ? parts.group(2) : parts.group(1);
    }

    @Override
    public String toString() {
        return scheme + "://" + host;
    }
}
