package com.authgear.headers.resolverstub;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Every path of the stub. */
final class StubRoutes {
    private StubRoutes() {}

    static List<Route> of(Settings settings, Map<String, Client> clients, Logins logins, Supplier<Fault> fault) {
        UserTable users = settings.users();
        BrowserSessions sessions = new BrowserSessions(settings, logins);
        LoginPage page = new LoginPage(users);
        Request.Handler resolve = new FaultyEndpoint(new ResolveEndpoint(settings, logins)::answer, fault);
        LoginEndpoint login = new LoginEndpoint(logins, sessions, page);
        AuthorizationEndpoint authorization = new AuthorizationEndpoint(users, clients, logins, sessions, page);
        EndSessionEndpoint endSession = new EndSessionEndpoint(users, clients, sessions, page);
        return List.of(
                Route.of("/resolve", resolve, "GET", "HEAD"),
                Route.of("/_resolver/resolve", resolve, "GET", "HEAD"),
                Route.of("/healthz", StubRoutes::health, "GET"),
                Route.of("*", StubRoutes::options, "OPTIONS"),
                Route.of("/login", login::login, "GET", "HEAD", "POST"),
                Route.of("/logout", login::logout, "POST"),
                Route.of(AuthorizationEndpoint.PATH, authorization::handle, "GET", "HEAD", "POST"),
                Route.of(EndSessionEndpoint.PATH, endSession::handle, "GET", "HEAD", "POST"));
    }

    /** About the server as a whole; says nothing. */
    private static boolean options(Request request, Response response, Callback callback) {
        Answer.ok(HttpFields.from()).send(response, callback);
        return true;
    }

    private static boolean health(Request request, Response response, Callback callback) {
        Answer.typed(200, "text/plain", "OK").send(response, callback);
        return true;
    }
}
