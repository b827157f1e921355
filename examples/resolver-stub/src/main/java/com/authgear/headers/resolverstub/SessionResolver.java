package com.authgear.headers.resolverstub;

import com.authgear.headers.AuthgearSession;
import java.util.Objects;

/** Decides which session a request has: the first credential of which there is a session, whatever the others are. */
final class SessionResolver {
    private final Settings settings;
    private final Logins logins;

    SessionResolver(Settings settings, Logins logins) {
        this.settings = settings;
        this.logins = logins;
    }

    AuthgearSession resolve(Credentials credentials, Origin origin) {
        return credentials
                .all()
                .map(credential -> logins.find(credential, origin))
                .filter(Objects::nonNull)
                .findFirst()
                .map(StubUser::session)
                .orElseGet(() -> unresolved(credentials));
    }

    /** Since 2024-07-24 a bad token is no session; a bad session cookie has always been an invalid one. */
    private AuthgearSession unresolved(Credentials credentials) {
        boolean badToken =
                settings.legacyInvalidBearer() && !credentials.tokens().isEmpty();
        boolean invalid = credentials.session().isPresent() || badToken;
        return invalid ? AuthgearSession.invalid() : AuthgearSession.none();
    }
}
