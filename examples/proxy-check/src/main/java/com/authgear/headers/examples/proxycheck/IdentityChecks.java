package com.authgear.headers.examples.proxycheck;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Honest requests: the backend receives exactly what the resolver answered. */
final class IdentityChecks {
    private static final Mend IDENTITY = Mend.of("identity");

    private IdentityChecks() {}

    static Stream<Check> list() {
        return Stream.of(users(), nobody(), Stream.of(token())).flatMap(checks -> checks);
    }

    private static Stream<Check> users() {
        return Stream.of(
                one("valid-bearer", "A user with an access token arrives with every header of theirs.", bench -> {
                    User alice = bench.users().alice();
                    return bench.get(Expected.identity(alice.identity()), alice.bearer());
                }),
                cookie("valid-cookie", "A user with a session cookie arrives.", UsersOfRun::alice, "session"),
                user(
                        "valid-without-roles",
                        "A user without roles arrives without them.",
                        UsersOfRun::bob,
                        User::bearer),
                user("valid-anonymous", "An anonymous user arrives as one.", UsersOfRun::carol, User::bearer),
                user(
                        "disabled-user",
                        "A disabled user arrives as an invalid session.",
                        UsersOfRun::dave,
                        User::bearer));
    }

    private static Stream<Check> nobody() {
        String cookie = "An unknown session cookie arrives as an invalid session.";
        return Stream.of(
                cookie("invalid-cookie", cookie, UsersOfRun::unknown, "session"),
                one(
                        "invalid-bearer",
                        "An unknown access token gives no identity.",
                        bench -> bench.get(
                                Expected.nobody(), bench.users().unknown().bearer())),
                one(
                        "no-credential",
                        "A request without a credential gives no identity.",
                        bench -> bench.get(Expected.nobody())));
    }

    /** Follows the request without a credential, since a cache that ignores this cookie confuses the two. */
    private static Check token() {
        return cookie(
                "valid-app-access-token",
                "A user with a token in a cookie arrives.",
                UsersOfRun::alice,
                "app_access_token");
    }

    private static Check cookie(String name, String about, Function<UsersOfRun, User> who, String cookie) {
        return user(name, about, who, user -> user.cookie(cookie));
    }

    private static Check user(
            String name, String about, Function<UsersOfRun, User> who, Function<User, String> credential) {
        return one(name, about, bench -> {
            User user = who.apply(bench.users());
            Expected arrives = bench.baseline().arrivesAtBest(user);
            return bench.get(user.isEnabled() ? arrives : arrives.orRefused(), credential.apply(user));
        });
    }

    private static Check one(String name, String about, Function<Bench, Case> one) {
        return Check.of(name, about, IDENTITY, bench -> List.of(one.apply(bench)));
    }
}
