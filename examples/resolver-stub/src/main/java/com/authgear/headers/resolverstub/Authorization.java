package com.authgear.headers.resolverstub;

import java.util.List;
import org.eclipse.jetty.util.Fields;

/**
 * A login that an application asked for and a person has yet to make.
 *
 * @param redirectUri where it leads back to, one that is registered
 * @param state what the application wants to hear then; empty for nothing
 * @param kind what choosing a user does
 * @param offered the names of those who can be chosen, in the order of the page
 * @param note what the page says to a developer
 */
record Authorization(String redirectUri, String state, Kind kind, List<String> offered, String note) {
    enum Kind {
        /** A new session cookie. */
        LOGIN,
        /** The same; or else the session that is there stays, for its user. */
        LOGIN_OR_CONTINUE,
        /** No cookie, and the one that is there stays what it is: {@code x_sso_enabled=false}. */
        LOGIN_WITHOUT_COOKIE,
        /** The sessions of the user become younger. */
        REAUTHENTICATION
    }

    Authorization by(Kind newKind, List<String> names, String newNote) {
        return new Authorization(redirectUri, state, newKind, names, newNote);
    }

    Answer back() {
        return Answer.seeOther(RedirectUri.with(redirectUri, parameters()));
    }

    Answer refuse(AuthorizationException e) {
        Fields parameters = new Fields();
        parameters.add("error", e.error());
        parameters.add("error_description", e.getMessage());
        return Answer.seeOther(RedirectUri.with(redirectUri, Fields.combine(parameters, parameters())));
    }

    private Fields parameters() {
        Fields parameters = new Fields();
        parameters.add("state", state);
        return parameters;
    }
}
