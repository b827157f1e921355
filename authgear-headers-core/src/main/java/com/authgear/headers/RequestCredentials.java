package com.authgear.headers;

import java.util.Iterator;

/** Whether a request carries a credential that the resolver would read. Does not check whether it is valid. */
public final class RequestCredentials {
    static final String AUTHORIZATION = "Authorization";
    static final String COOKIE = "Cookie";
    private static final String BEARER = "bearer";

    private RequestCredentials() {}

    /**
     * Whether there is a bearer token (RFC 6750, section 2.1): an {@code Authorization} line with the scheme Bearer, in
     * any case, a blank and a value.
     *
     * @param headers the request's headers
     * @return true if there is one
     */
    public static boolean hasBearerToken(HeaderSource headers) {
        Iterator<String> lines = headers.values(AUTHORIZATION);
        while (lines.hasNext()) {
            if (isBearer(HeaderText.trim(lines.next()))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether there is a bearer token or an Authgear cookie: its name ends in {@code session} or
     * {@code app_access_token}, since a project may put a prefix before them (RFC 6265, section 4.2.1; names are
     * case-sensitive).
     *
     * @param headers the request's headers
     * @return true if there is one
     */
    public static boolean present(HeaderSource headers) {
        return hasBearerToken(headers) || hasCookie(headers);
    }

    /**
     * Whether there is an Authgear cookie, by the names of {@link #present}.
     *
     * @param headers the request's headers
     * @return true if there is one
     */
    public static boolean hasCookie(HeaderSource headers) {
        Iterator<String> lines = headers.values(COOKIE);
        while (lines.hasNext()) {
            HeaderText pairs = new HeaderText(lines.next(), ';');
            while (pairs.next()) {
                pairs.cutAt('=');
                if (isCredential(pairs)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The line is trimmed, so that a blank behind the scheme is followed by a value. */
    private static boolean isBearer(String line) {
        return line.indexOf(' ') == BEARER.length() && FieldNames.equal(line.substring(0, BEARER.length()), BEARER);
    }

    private static boolean isCredential(HeaderText cookieName) {
        return cookieName.endsWith("session") || cookieName.endsWith("app_access_token");
    }
}
