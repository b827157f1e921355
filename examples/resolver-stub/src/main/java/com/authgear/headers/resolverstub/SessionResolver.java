package com.authgear.headers.resolverstub;

import com.authgear.headers.AuthgearSession;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides which session a request has: the first credential that names a user, whatever the others are. */
final class SessionResolver {
    private final Settings settings;
    private final Logins logins;

    SessionResolver(Settings settings, Logins logins) {
        this.settings = settings;
        this.logins = logins;
    }

    AuthgearSession resolve(Credentials credentials) {
        return Stream.concat(credentials.tokens().stream(), Optional.ofNullable(credentials.session()).stream())
                .map(logins::find)
                .filter(Objects::nonNull)
                .findFirst()
                .map(StubUser::session)
                .orElseGet(() -> unresolved(credentials));
    }

    /** Since 2024-07-24 a bad token is no session; a bad session cookie has always been an invalid one. */
    private AuthgearSession unresolved(Credentials credentials) {
        boolean badToken =
                settings.legacyInvalidBearer() && !credentials.tokens().isEmpty();
        boolean invalid = credentials.hasSessionCookie() || badToken;
        return invalid ? AuthgearSession.invalid() : AuthgearSession.none();
    }
}
