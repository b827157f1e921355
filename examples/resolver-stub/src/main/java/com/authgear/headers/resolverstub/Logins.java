package com.authgear.headers.resolverstub;

import com.authgear.headers.resolverstub.Credential.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The sessions, and the users as each of them tells. Thread-safe. */
final class Logins {
    private static final List<String> PASSWORD = List.of("pwd", "x_primary_password");

    private final UserTable users;
    /** By the names of the table, whose sessions are there from the start, and by the cookies of logins. */
    private final Map<String, StubUser> sessions;
    /** Of these the session cookie counts no more; the token of the same name still does. */
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    Logins(UserTable users) {
        this.users = users;
        sessions = new ConcurrentHashMap<>(users.byName());
    }

    /** A login with all methods of the table that makes every session of the user younger; whether there is the user. */
    boolean logIn(String name) {
        @Nullable StubUser user = users.find(name);
        if (user == null) {
            return false;
        }
        ended.remove(name);
        replace(user, user.loggedInAt(Instant.now(), user.principal().amr()));
        return true;
    }

    /** Makes every session of the user younger; the methods are replaced by what was used now, a password. */
    void reauthenticate(StubUser user) {
        replace(user, user.loggedInAt(Instant.now(), PASSWORD));
    }

    private void replace(StubUser user, StubUser now) {
        sessions.replaceAll((credential, session) -> session.isSameUser(user) ? now : session);
    }

    /** The cookie of a new session of a user of the table. */
    String newSession(String name) {
        StubUser user = users.get(name);
        String session = name + "." + UUID.randomUUID();
        sessions.put(session, user.loggedInAt(Instant.now(), user.principal().amr()));
        return session + Kind.SESSION.suffix();
    }

    void end(Credential cookie, Origin origin) {
        @Nullable String session = session(cookie, origin);
        if (session != null) {
            ended.add(session);
        }
    }

    /** Whose session a credential is of, as that session tells; null if it is of none. */
    @Nullable
    StubUser find(Credential credential, Origin origin) {
        @Nullable String session = session(credential, origin);
        boolean over = session == null
                || (credential.kind() == Kind.SESSION ? ended.contains(session) : users.find(session) == null);
        @Nullable StubUser user = over ? null : sessions.get(session);
        return user == null || user.standing() == StubUser.Standing.DISABLED ? null : user;
    }

    /** The user as their own token tells; null if there is none. */
    @Nullable
    StubUser find(String name) {
        return users.find(name) == null ? null : sessions.get(name);
    }

    private @Nullable String session(Credential credential, Origin origin) {
        return sessions.containsKey(credential.value()) ? credential.value() : credential.user(origin);
    }
}
