package com.authgear.headers.resolverstub;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * What a request offers as proof of a session.
 *
 * @param tokens access tokens and app sessions, in the order in which the resolver tries them
 * @param session the value of the session cookie, tried last; null if there is none
 */
record Credentials(List<String> tokens, @Nullable String session) {
    static Credentials of(HttpFields headers, SessionCookie names) {
        GoCookies cookies = new GoCookies(headers);
        List<String> tokens = Stream.of(
                        bearer(Headers.first(headers, HttpHeader.AUTHORIZATION.asString())),
                        cookies.find(names.appSession()),
                        cookies.find(names.appAccessToken()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return new Credentials(tokens, cookies.find(names.session()));
    }

    boolean hasSessionCookie() {
        return session != null;
    }

    /** Everything behind the first blank is the token, more blanks and commas included. */
    private static @Nullable String bearer(String authorization) {
        String[] parts = authorization.split(" ", 2);
        return parts.length == 2 && parts[0].equalsIgnoreCase("bearer") ? parts[1] : null;
    }
}
