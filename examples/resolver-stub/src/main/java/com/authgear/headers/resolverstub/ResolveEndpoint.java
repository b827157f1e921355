package com.authgear.headers.resolverstub;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearSession;
import org.eclipse.jetty.http.HttpFields;

/** What the resolver answers when nothing fails. */
final class ResolveEndpoint {
    private final Settings settings;
    private final HostCheck hostCheck;
    private final SessionResolver resolver;

    ResolveEndpoint(Settings settings, Logins logins) {
        this.settings = settings;
        hostCheck = new HostCheck(settings);
        resolver = new SessionResolver(settings, logins);
    }

    Answer answer(HttpFields request) {
        return hostCheck.accepts(request) ? resolve(request) : appNotFound();
    }

    static Answer appNotFound() {
        return Answer.text(404, "app not found");
    }

    private Answer resolve(HttpFields request) {
        Credentials credentials = Credentials.of(request, settings.cookie());
        AuthgearSession session = resolver.resolve(credentials);
        Answer answer = Answer.ok(headers(session));
        boolean clears = session instanceof AuthgearSession.Invalid && credentials.hasSessionCookie();
        return clears ? answer.with("Set-Cookie", settings.cookie().clear(isHttps(request))) : answer;
    }

    private HttpFields headers(AuthgearSession session) {
        HttpFields.Mutable headers = HttpFields.build();
        AuthgearHeaderWriter.write(session, headers::put);
        legacyAcr(session, headers);
        return headers.asImmutable();
    }

    /** Up to 2021 the header was always there, empty when unknown; since then it never is. */
    private void legacyAcr(AuthgearSession session, HttpFields.Mutable headers) {
        String name = AuthgearHeader.SESSION_ACR.wireName();
        if (!settings.legacyAcr()) {
            headers.remove(name);
        } else if (session instanceof AuthgearSession.Valid && !headers.contains(name)) {
            headers.put(name, "");
        }
    }

    private boolean isHttps(HttpFields request) {
        return settings.trustProxy()
                && Headers.firstMember(request, "X-Forwarded-Proto").equalsIgnoreCase("https");
    }
}
