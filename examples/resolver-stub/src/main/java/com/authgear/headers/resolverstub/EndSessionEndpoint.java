package com.authgear.headers.resolverstub;

import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** The logout of an application's browsers: at once if it comes from the same site, else after a question. */
final class EndSessionEndpoint {
    static final String PATH = "/oauth2/end_session";
    private static final Set<String> SAME_SITE = Set.of("same-origin", "same-site", "none");

    private final UserTable users;
    private final Map<String, Client> clients;
    private final BrowserSessions sessions;
    private final LoginPage page;
    private final OneTimeIds<String> open = new OneTimeIds<>();

    EndSessionEndpoint(UserTable users, Map<String, Client> clients, BrowserSessions sessions, LoginPage page) {
        this.users = users;
        this.clients = clients;
        this.sessions = sessions;
        this.page = page;
    }

    boolean handle(Request request, Response response, Callback callback) {
        HttpFields headers = request.getHeaders();
        if (request.getMethod().equals("POST")) {
            return Forms.read(request, response, callback, page.ended(), form -> confirmed(headers, form));
        }
        asked(headers, Forms.query(request)).send(response, callback);
        return true;
    }

    private Answer asked(HttpFields headers, Fields query) {
        String target = target(query);
        @Nullable StubUser session = sessions.user(headers);
        if (session == null) {
            return Answer.seeOther(target);
        }
        String hint = Forms.value(query, "id_token_hint");
        boolean atOnce = hint.isEmpty() ? isSameSite(headers) : isOf(session, IdTokenHint.parse(hint));
        return atOnce ? sessions.end(headers, Answer.seeOther(target)) : page.logout(open.put(target), target);
    }

    private Answer confirmed(HttpFields headers, Fields form) {
        @Nullable String target = open.take(form.getValue("logout"));
        return target == null ? page.ended() : sessions.end(headers, Answer.seeOther(target));
    }

    /** The login page where the application has not registered the address. */
    private String target(Fields query) {
        String uri = Forms.value(query, "post_logout_redirect_uri");
        boolean registered = clients.values().stream()
                .anyMatch(client -> client.postLogoutUris().contains(uri));
        Fields state = new Fields();
        state.add("state", Forms.value(query, "state"));
        return registered ? RedirectUri.with(uri, state) : "/login";
    }

    /** The real server knows the cookie only, which a browser sends from the same site only. */
    private boolean isSameSite(HttpFields headers) {
        String site = Headers.first(headers, "Sec-Fetch-Site");
        return site.isEmpty() ? sessions.hasSameSiteStrict(headers) : SAME_SITE.contains(site);
    }

    /** Of a hint that is wrong nothing is believed, not even what would count without it. */
    private boolean isOf(StubUser session, @Nullable IdTokenHint hint) {
        @Nullable
        StubUser user = hint == null || !clients.containsKey(hint.clientId()) ? null : users.find(hint.user());
        return user != null && user.isSameUser(session);
    }
}
