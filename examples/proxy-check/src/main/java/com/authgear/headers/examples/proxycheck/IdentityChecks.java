package com.authgear.headers.examples.proxycheck;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Honest requests: the backend gets what the resolver said, all of it and nothing else. */
final class IdentityChecks {
    private static final Mend IDENTITY = Mend.of("identity");

    private IdentityChecks() {}

    static Stream<Check> list() {
        return Stream.of(
                one(
                        "valid-bearer",
                        "A user with an access token arrives with every header of theirs.",
                        bench -> bench.get(
                                Expected.identity(bench.users().alice().identity()),
                                bench.users().alice().bearer())),
                user(
                        "valid-cookie",
                        "A user with a session cookie arrives.",
                        Users::alice,
                        user -> user.cookie("session")),
                user("valid-without-roles", "A user without roles arrives without them.", Users::bob, User::bearer),
                user("valid-anonymous", "An anonymous user arrives as one.", Users::carol, User::bearer),
                user("disabled-user", "A disabled user arrives as an invalid session.", Users::dave, User::bearer),
                user(
                        "invalid-cookie",
                        "An unknown session cookie arrives as an invalid session.",
                        Users::unknown,
                        user -> user.cookie("session")),
                one(
                        "invalid-bearer",
                        "An unknown access token gives no identity.",
                        bench -> bench.get(
                                Expected.nobody(), bench.users().unknown().bearer())),
                one(
                        "no-credential",
                        "A request without a credential gives no identity.",
                        bench -> bench.get(Expected.nobody())),
                user(
                        "valid-app-access-token",
                        "A user with a token in a cookie arrives.",
                        Users::alice,
                        user -> user.cookie("app_access_token")));
    }

    private static Check user(String name, String about, Function<Users, User> who, Function<User, String> credential) {
        return one(name, about, bench -> {
            User user = who.apply(bench.users());
            Expected arrives = bench.arrives(user);
            return bench.get(user.isEnabled() ? arrives : arrives.orRefused(), credential.apply(user));
        });
    }

    private static Check one(String name, String about, Function<Bench, Case> one) {
        return Check.of(name, about, IDENTITY, bench -> List.of(one.apply(bench)));
    }
}
