package com.authgear.headers.resolverstub;

import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Sets and clears the session cookie. Asks for no password: choosing a user is all there is to it. */
final class LoginEndpoint {
    /** Visible ASCII without the backslash, which browsers take for a slash. */
    private static final Pattern LOCAL = Pattern.compile("/[!-\\[\\]-~]{0,2047}");

    private final Logins logins;
    private final BrowserSessions sessions;
    private final LoginPage page;

    LoginEndpoint(Logins logins, BrowserSessions sessions, LoginPage page) {
        this.logins = logins;
        this.sessions = sessions;
        this.page = page;
    }

    boolean login(Request request, Response response, Callback callback) {
        if (request.getMethod().equals("POST")) {
            return Forms.read(request, response, callback, unreadable(), form -> logIn(request, form));
        }
        page.login(200, "", returnPath(request, Fields.EMPTY)).send(response, callback);
        return true;
    }

    boolean logout(Request request, Response response, Callback callback) {
        return Forms.read(
                request,
                response,
                callback,
                unreadable(),
                form -> sessions.end(request.getHeaders(), Answer.seeOther(returnPath(request, form))));
    }

    private Answer unreadable() {
        return page.login(400, "This form could not be read.", "/");
    }

    private Answer logIn(Request request, Fields form) {
        String name = Forms.value(form, "user");
        String path = returnPath(request, form);
        return logins.logIn(name)
                ? sessions.set(request.getHeaders(), name, Answer.seeOther(path))
                : page.login(400, LoginPage.NO_SUCH_USER, path);
    }

    /** A path of the same host, nothing that a browser reads as another one. */
    private static String returnPath(Request request, Fields form) {
        String path = Forms.value(Fields.combine(form, Forms.query(request)), "return");
        return LOCAL.matcher(path).matches() && !path.contains("//") ? path : "/";
    }
}
