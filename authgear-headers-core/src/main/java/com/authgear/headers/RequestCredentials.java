package com.authgear.headers;

import java.util.Iterator;

/**
 * Whether a request carries anything that the resolver takes for a credential. Never whether it is a good one.
 */
public final class RequestCredentials {
    static final String AUTHORIZATION = "Authorization";
    static final String COOKIE = "Cookie";
    private static final String BEARER = "bearer";

    private RequestCredentials() {}

    /**
     * Whether a bearer token came (RFC 6750, section 2.1): an {@code Authorization} line whose scheme is Bearer, any
     * case, followed by a blank and something more.
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
     * Whether a bearer token or an Authgear cookie came: one whose name equals or ends in {@code session} or
     * {@code app_access_token}, since the project may put a prefix before its cookies (RFC 6265, section 4.2.1; names
     * are case-sensitive).
     *
     * @param headers the request's headers
     * @return true if there is one
     */
    public static boolean present(HeaderSource headers) {
        return hasBearerToken(headers) || hasCookie(headers);
    }

    /**
     * Whether an Authgear cookie came, of those that {@link #present} knows.
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

    /** Trimmed, a line does not end with the blank: something comes behind it. */
    private static boolean isBearer(String line) {
        return line.indexOf(' ') == BEARER.length() && FieldNames.equal(line.substring(0, BEARER.length()), BEARER);
    }

    private static boolean isCredential(HeaderText cookieName) {
        return cookieName.endsWith("session") || cookieName.endsWith("app_access_token");
    }
}
