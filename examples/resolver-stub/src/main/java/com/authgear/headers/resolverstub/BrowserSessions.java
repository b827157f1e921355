package com.authgear.headers.resolverstub;

import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.jspecify.annotations.Nullable;

/** The session cookie of a browser, and {@code same_site_strict}, which comes and goes with it. */
final class BrowserSessions {
    private final Settings settings;
    private final Logins logins;

    BrowserSessions(Settings settings, Logins logins) {
        this.settings = settings;
        this.logins = logins;
    }

    /** The user of the cookie; null if there is none, or the user is not accepted. */
    @Nullable
    StubUser user(HttpFields request) {
        Optional<Credential> cookie = Credentials.of(request, settings.cookie()).session();
        @Nullable StubUser user = cookie.isEmpty() ? null : logins.find(cookie.get(), origin(request));
        return user == null || user.standing() != StubUser.Standing.GOOD ? null : user;
    }

    boolean hasSameSiteStrict(HttpFields request) {
        return "true".equals(new GoCookies(request).find(settings.cookie().sameSiteStrict()));
    }

    /** A login: a new cookie, and the session of the old one is ended. */
    Answer start(HttpFields request, String name, Answer answer) {
        endOld(request);
        return set(request, logins.newSession(name), answer);
    }

    Answer set(HttpFields request, String value, Answer answer) {
        boolean https = origin(request).isHttps();
        return answer.adding("Set-Cookie", settings.cookie().set(value, https))
                .adding("Set-Cookie", settings.cookie().setSameSiteStrict(https));
    }

    Answer end(HttpFields request, Answer answer) {
        endOld(request);
        boolean https = origin(request).isHttps();
        return answer.adding("Set-Cookie", settings.cookie().clear(https))
                .adding("Set-Cookie", settings.cookie().clearSameSiteStrict(https));
    }

    private void endOld(HttpFields request) {
        Credentials.of(request, settings.cookie()).session().ifPresent(cookie -> logins.end(cookie, origin(request)));
    }

    private Origin origin(HttpFields request) {
        return Origin.of(request, settings.trustProxy());
    }
}
