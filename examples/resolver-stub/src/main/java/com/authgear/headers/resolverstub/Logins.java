package com.authgear.headers.resolverstub;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The users, and when they last logged in on the page: a login makes the session that is there younger, under the same
 * token and cookie, as a re-authentication at the real one does. Thread-safe.
 */
final class Logins {
    private final UserTable users;
    private final Map<String, Instant> times = new ConcurrentHashMap<>();

    Logins(UserTable users) {
        this.users = users;
    }

    /** Whether there is such a user. */
    boolean logIn(@Nullable String name) {
        if (name == null || users.find(name) == null) {
            return false;
        }
        times.put(name, Instant.now());
        return true;
    }

    /** Whose session a credential is of; null if it is of none. */
    @Nullable
    StubUser find(Credential credential, Origin origin) {
        @Nullable StubUser named = find(credential.value());
        @Nullable StubUser user = named == null ? find(credential.user(origin)) : named;
        return user == null || user.standing() == StubUser.Standing.DISABLED ? null : user;
    }

    private @Nullable StubUser find(@Nullable String name) {
        @Nullable StubUser user = users.find(name);
        @Nullable Instant time = name == null ? null : times.get(name);
        return user == null || time == null ? user : user.loggedInAt(time);
    }
}
