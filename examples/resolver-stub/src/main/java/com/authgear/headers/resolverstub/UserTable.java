package com.authgear.headers.resolverstub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The users whom a stub knows, by name. The name is the user's access token and the value of each of their cookies,
 * which is why this protects nothing. A name with {@code .token}, {@code .app_session} or {@code .session} behind it
 * is a credential of that kind only, as a real one is. Immutable and thread-safe.
 */
public final class UserTable {
    /** What can stand in a cookie and in a token as it is. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._~:@-]{1,128}");

    private final Map<String, StubUser> users;

    private UserTable(Map<String, StubUser> users) {
        this.users = users;
    }

    /** {@return {@code alice}, {@code bob}, {@code carol}, {@code dave}, {@code erin}, {@code frank}, {@code grace} and
     * {@code heidi}; erin, frank and grace authenticated two hours ago, the others just now} */
    public static UserTable defaults() {
        return of(new UsersFile("users.json").read(Resources.bytes("users.json")));
    }

    /**
     * Reads a table of users from a JSON file.
     *
     * @param file the file
     * @return the users
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it is no table of users; the message is one line that names file, user and
     *     field
     */
    public static UserTable read(Path file) throws IOException {
        return of(new UsersFile(file.toString()).read(Files.readAllBytes(file)));
    }

    /**
     * A table of users made by code.
     *
     * @param users the users by name: 1 to 128 characters of {@code A-Za-z0-9._~:@-}
     * @return the users
     * @throws IllegalArgumentException if there is none, or a name is not of that form
     */
    public static UserTable of(Map<String, StubUser> users) {
        if (users.isEmpty() || !users.keySet().stream().allMatch(UserTable::isName)) {
            throw new IllegalArgumentException("there must be users, with names of the form " + NAME);
        }
        return new UserTable(Collections.unmodifiableMap(new LinkedHashMap<>(users)));
    }

    /** {@return the names, in the order of the table} */
    public Set<String> names() {
        return users.keySet();
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    @Nullable
    StubUser find(@Nullable String name) {
        return users.get(name);
    }

    StubUser get(String name) {
        return Objects.requireNonNull(users.get(name), name);
    }

    Map<String, StubUser> byName() {
        return users;
    }
}
