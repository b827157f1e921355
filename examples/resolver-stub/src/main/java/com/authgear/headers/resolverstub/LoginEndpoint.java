package com.authgear.headers.resolverstub;

import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

/** Sets and clears the session cookie. Asks for no password: choosing a user is all there is to it. */
final class LoginEndpoint {
    private static final int MAX_FIELDS = 10;
    private static final int MAX_LENGTH = 8_192;

    /** Visible ASCII without the backslash, which browsers take for a slash. */
    private static final Pattern LOCAL = Pattern.compile("/[!-\\[\\]-~]{0,2047}");

    private final Settings settings;
    private final Logins logins;
    private final LoginPage page;

    LoginEndpoint(Settings settings, Logins logins) {
        this.settings = settings;
        this.logins = logins;
        page = new LoginPage(settings.users());
    }

    boolean login(Request request, Response response, Callback callback) {
        if (request.getMethod().equals("POST")) {
            return withForm(request, response, callback, this::logIn);
        }
        page.form(200, "", returnPath(query(request), Fields.EMPTY)).send(response, callback);
        return true;
    }

    boolean logout(Request request, Response response, Callback callback) {
        return withForm(request, response, callback, this::logOut);
    }

    private Answer logIn(Fields form, Fields query) {
        @Nullable String name = form.getValue("user");
        if (name == null || !logins.logIn(name)) {
            return page.form(400, "There is no such user in the table.", returnPath(form, query));
        }
        return leave(returnPath(form, query), settings.cookie().set(name));
    }

    private Answer logOut(Fields form, Fields query) {
        return leave(returnPath(form, query), settings.cookie().clear(false));
    }

    private static Answer leave(String location, String cookie) {
        HttpFields headers = HttpFields.build()
                .put("Location", location)
                .put("Set-Cookie", cookie)
                .put("Cache-Control", "no-store")
                .asImmutable();
        return new Answer(303, headers, "");
    }

    /** A path of the same host, nothing that a browser reads as another one. */
    private static String returnPath(Fields form, Fields query) {
        @Nullable String path = Fields.combine(form, query).getValue("return");
        return path != null && LOCAL.matcher(path).matches() && !path.contains("//") ? path : "/";
    }

    private static Fields query(Request request) {
        return Request.extractQueryParameters(request, StandardCharsets.UTF_8);
    }

    /** Reads the form without holding a thread; a body that is no form counts as an empty one. */
    private boolean withForm(
            Request request, Response response, Callback callback, BiFunction<Fields, Fields, Answer> action) {
        // A class, since Jetty 12.0 has no method that makes one.
        Promise.Invocable<Fields> form = new Promise.Invocable<>() {
            @Override
            public void succeeded(Fields fields) {
                action.apply(fields, query(request)).send(response, callback);
            }

            @Override
            public void failed(Throwable failure) {
                page.form(400, "This form could not be read.", "/").send(response, callback);
            }

            @Override
            public InvocationType getInvocationType() {
                return InvocationType.NON_BLOCKING;
            }
        };
        if (FormFields.getFormEncodedCharset(request) == null) {
            form.succeeded(Fields.EMPTY);
        } else {
            FormFields.onFields(request, StandardCharsets.UTF_8, MAX_FIELDS, MAX_LENGTH, form);
        }
        return true;
    }
}
