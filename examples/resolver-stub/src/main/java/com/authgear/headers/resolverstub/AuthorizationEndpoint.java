package com.authgear.headers.resolverstub;

import com.authgear.headers.resolverstub.Authorization.Kind;
import com.authgear.headers.resolverstub.StubUser.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** The login of an application's browsers, with {@code response_type=none}: the session cookie is all that it brings. */
final class AuthorizationEndpoint {
    static final String PATH = "/oauth2/authorize";
    private static final String SIGN_UP =
            "The real server shows its sign-up page here, because the request came without x_page=login.";
    private static final String AGAIN =
            "A re-authentication: the session cookie stays what it is, and a password becomes its only method.";

    private static final String ENDED = "The session has ended meanwhile.";

    private final UserTable users;
    private final Map<String, Client> clients;
    private final Logins logins;
    private final BrowserSessions sessions;
    private final LoginPage page;
    private final OneTimeIds<Authorization> open = new OneTimeIds<>();

    AuthorizationEndpoint(
            UserTable users, Map<String, Client> clients, Logins logins, BrowserSessions sessions, LoginPage page) {
        this.users = users;
        this.clients = clients;
        this.logins = logins;
        this.sessions = sessions;
        this.page = page;
    }

    boolean handle(Request request, Response response, Callback callback) {
        if (request.getMethod().equals("POST")) {
            return Forms.read(request, response, callback, page.ended(), form -> choose(request.getHeaders(), form));
        }
        begin(request.getHeaders(), Forms.query(request)).send(response, callback);
        return true;
    }

    private Answer begin(HttpFields headers, Fields query) {
        @Nullable Client client = clients.get(Forms.value(query, "client_id"));
        if (client == null) {
            return invalid("unauthorized_client", "invalid client ID", "client_id", query);
        }
        String redirectUri = Forms.value(query, "redirect_uri");
        if (!client.redirectUris().contains(redirectUri)) {
            return invalid("invalid_request", "redirect URI is not allowed", "redirect_uri", query);
        }
        Authorization wanted = new Authorization(redirectUri, Forms.value(query, "state"), Kind.LOGIN, List.of(), "");
        try {
            AuthorizationRequest valid = new AuthorizationRequest(query);
            return answer(valid, client, sessions.user(headers), wanted);
        } catch (AuthorizationException e) {
            return wanted.refuse(e);
        }
    }

    /** The first three lines are the real server's. */
    private static Answer invalid(String error, String description, String parameter, Fields query) {
        String value = Forms.value(query, parameter).replaceAll("\\p{Cntrl}", " ");
        return Answer.text(400, """
                Invalid OAuth authorization request:
                error: %s
                error_description: %s
                resolver-stub: this %s is not registered: %s""".formatted(error, description, parameter, value));
    }

    private Answer answer(
            AuthorizationRequest request, Client client, @Nullable StubUser session, Authorization wanted) {
        LoginHint loginHint = request.loginHint();
        @Nullable IdTokenHint hint = request.idTokenHint();
        @Nullable StubUser hinted = hint == null ? null : hinted(hint);
        boolean live = session != null && (hinted == null || hinted.isSameUser(session));
        boolean login = request.forcesLogin(hinted);
        if (request.promptNone() && !live) {
            throw new AuthorizationException("login_required", "authentication required");
        }
        if (request.promptNone() || (hint != null && live && !login)) {
            return wanted.back();
        }
        if (hint != null && login && hint.canReauthenticate(client.id())) {
            return show(wanted.by(Kind.REAUTHENTICATION, List.of(hint.user()), AGAIN), "", session);
        }
        String note = hint == null && session == null && !request.asksForLoginPage() ? SIGN_UP : "";
        return show(
                wanted.by(request.kind(live && !login && loginHint.loginId().isEmpty()), offered(loginHint), note),
                "",
                session);
    }

    /** The user of the hint as their own token tells: the grant of which the hint is. */
    private StubUser hinted(IdTokenHint hint) {
        @Nullable StubUser user = logins.find(hint.user());
        if (user == null) {
            throw AuthorizationRequest.serverError();
        }
        return user;
    }

    private List<String> offered(LoginHint hint) {
        return users.names().stream()
                .filter(name -> !hint.enforced() || hint.means(name))
                .sorted(Comparator.comparing(hint::means).reversed())
                .toList();
    }

    /** 200, too, where it tells of a problem: a browser logs any other status as an error. */
    private Answer show(Authorization authorization, String problem, @Nullable StubUser session) {
        return page.authorize(problem, authorization, open.put(authorization), session);
    }

    private Answer choose(HttpFields headers, Fields form) {
        @Nullable Authorization authorization = open.take(form.getValue("authorization"));
        if (authorization == null) {
            return page.ended();
        }
        @Nullable StubUser session = sessions.user(headers);
        String name = Forms.value(form, "user");
        boolean continues = authorization.kind() == Kind.LOGIN_OR_CONTINUE && form.getValue("continue") != null;
        String problem = continues ? (session == null ? ENDED : "") : problem(authorization, name);
        if (!problem.isEmpty()) {
            return show(authorization, problem, session);
        }
        return continues ? authorization.back() : chosen(authorization, headers, name);
    }

    private Answer chosen(Authorization authorization, HttpFields headers, String name) {
        return switch (authorization.kind()) {
            case LOGIN, LOGIN_OR_CONTINUE -> sessions.start(headers, name, authorization.back());
            case LOGIN_WITHOUT_COOKIE -> authorization.back();
            case REAUTHENTICATION -> {
                logins.reauthenticate(users.get(name));
                yield authorization.back();
            }
        };
    }

    /** Why this user cannot log in here; empty if they can. */
    private String problem(Authorization authorization, String name) {
        if (!authorization.offered().contains(name)) {
            return LoginPage.NO_SUCH_USER;
        }
        StubUser user = users.get(name);
        if (user.standing() != Standing.GOOD) {
            return "This account is disabled or has expired: the real server does not log it in.";
        }
        boolean cannot = authorization.kind() == Kind.REAUTHENTICATION
                && !user.principal().canReauthenticate();
        return cannot ? "This user has nothing to re-authenticate with: the real server shows an error." : "";
    }
}
