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

    @Nullable
    StubUser find(String name) {
        StubUser user = users.find(name);
        Instant time = times.get(name);
        return user == null || time == null ? user : user.loggedInAt(time);
    }
}
