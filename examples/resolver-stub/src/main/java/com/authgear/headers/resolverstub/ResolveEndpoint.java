package com.authgear.headers.resolverstub;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearSession;
import org.eclipse.jetty.http.HttpFields;

/** What the resolver answers when nothing fails. */
final class ResolveEndpoint {
    /** The identifier is drawn anew for each error at the real one, of this length. */
    private static final String ERROR = "{\"error\":{\"name\":\"InternalError\",\"reason\":\"UnexpectedError\","
            + "\"message\":\"unexpected error occurred\",\"code\":500,\"tracking_id\":\"resolver-stub-00000000000000000000000000000000000\"}}";

    private final Settings settings;
    private final SessionResolver resolver;

    ResolveEndpoint(Settings settings, Logins logins) {
        this.settings = settings;
        resolver = new SessionResolver(settings, logins);
    }

    Answer answer(HttpFields request) {
        Origin origin = Origin.of(request, settings.trustProxy());
        if (settings.host() != null && !settings.host().equals(origin.hostWithoutPort())) {
            return appNotFound();
        }
        // The real server fails there before it has written a header.
        return origin.isUrl() ? resolve(request, origin).routed() : error();
    }

    static Answer appNotFound() {
        return Answer.text(404, "app not found").routed();
    }

    static Answer error() {
        return Answer.typed(500, "application/json", ERROR);
    }

    private Answer resolve(HttpFields request, Origin origin) {
        Credentials credentials = Credentials.of(request, settings.cookie());
        AuthgearSession session = resolver.resolve(credentials, origin);
        Answer answer = Answer.ok(headers(session));
        boolean clears = session instanceof AuthgearSession.Invalid
                && credentials.session().isPresent();
        return clears ? answer.with("Set-Cookie", settings.cookie().clear(origin.isHttps())) : answer;
    }

    private HttpFields headers(AuthgearSession session) {
        HttpFields.Mutable headers = HttpFields.build();
        AuthgearHeaderWriter.write(session, headers::put);
        if (session instanceof AuthgearSession.Valid && !settings.amr()) {
            headers.put(AuthgearHeader.SESSION_AMR.wireName(), "");
        }
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
}
