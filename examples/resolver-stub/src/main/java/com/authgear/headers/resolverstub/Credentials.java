package com.authgear.headers.resolverstub;

import com.authgear.headers.resolverstub.Credential.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/**
 * What a request offers as proof of a session.
 *
 * @param tokens access tokens and app sessions, in the order in which the resolver tries them
 * @param session the session cookie, tried last
 */
record Credentials(List<Credential> tokens, Optional<Credential> session) {
    static Credentials of(HttpFields headers, SessionCookie names) {
        GoCookies cookies = new GoCookies(headers);
        String bearer = bearer(Headers.first(headers, HttpHeader.AUTHORIZATION.asString()));
        List<Credential> tokens = Stream.of(
                        credential(Kind.ACCESS_TOKEN, bearer),
                        credential(Kind.APP_SESSION, cookies.find(names.appSession())),
                        credential(Kind.ACCESS_TOKEN, cookies.find(names.appAccessToken())))
                .flatMap(Optional::stream)
                .toList();
        return new Credentials(tokens, credential(Kind.SESSION, cookies.find(names.session())));
    }

    private static Optional<Credential> credential(Kind kind, @Nullable String value) {
        return Optional.ofNullable(value).map(present -> new Credential(kind, present));
    }

    Stream<Credential> all() {
        return Stream.concat(tokens.stream(), session.stream());
    }

    /** Everything behind the first blank is the token, more blanks and commas included. */
    private static @Nullable String bearer(String authorization) {
        String[] parts = authorization.split(" ", 2);
        return parts.length == 2 && parts[0].equalsIgnoreCase("bearer") ? parts[1] : null;
    }
}
