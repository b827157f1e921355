package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.resolverstub.Fault;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** A cache must not serve the resolver's answer about one user to another, or to a client without a session. */
final class CacheChecks {
    private static final Mend KEY = Mend.of("cache-key");

    private CacheChecks() {}

    static Stream<Check> list() {
        String two = "Two users who differ in one credential are never each other.";
        String valid = "Only the answer of a valid session is kept.";
        return Stream.of(
                        Stream.of(Check.of("cache-two-users", two, KEY, CacheChecks::twoUsers)),
                        nobodyAfterUsers(),
                        Stream.of(new Check(
                                "cache-only-valid", valid, Mend.of("cache-valid"), false, CacheChecks::onlyValid)))
                .flatMap(checks -> checks);
    }

    /** Each with a credential that a cache key may lack, or reads otherwise than the resolver. */
    private static Stream<Check> nobodyAfterUsers() {
        return Stream.of(
                nobodyAfter("nobody", "a session cookie", user -> user.cookie("session")),
                nobodyAfter("app-access-token", "a token in a cookie", user -> user.cookie("app_access_token")),
                nobodyAfter("app-session", "an app session cookie", user -> user.cookie("app_session")),
                nobodyAfter(
                        "cookie-case",
                        "an empty SESSION before their cookie",
                        user -> "Cookie: SESSION=; session=" + user.token()),
                nobodyAfter(
                        "cookie-tab", "a tab before their cookie", user -> "Cookie: a=b;\tsession=" + user.token()));
    }

    private static List<Case> twoUsers(Bench bench) {
        List<Function<User, String>> credentials = List.of(
                User::bearer,
                user -> user.cookie("session"),
                user -> user.cookie("app_session"),
                user -> user.cookie("app_access_token"),
                user -> "Cookie: session=" + bench.users().unknown().token() + "; app_access_token=" + user.token());
        return credentials.stream()
                .flatMap(credential -> Stream.of(
                                bench.users().fresh(), bench.users().fresh())
                        .map(user -> seed(bench, user, credential)))
                .toList();
    }

    /** The user twice, since some caches store an answer at the second request only. */
    private static Check nobodyAfter(String name, String what, Function<User, String> credential) {
        String about = "Nobody is served what the resolver said of a user with " + what + ".";
        return Check.of("cache-" + name, about, KEY, bench -> {
            User user = bench.users().fresh();
            String path = bench.target().path();
            Case first = seed(bench, user, credential);
            return List.of(
                    first,
                    first,
                    Case.get(path, Expected.nobody()),
                    Case.get(path, Expected.nobody(), "Cookie: other=1"));
        });
    }

    private static Case seed(Bench bench, User user, Function<User, String> credential) {
        String line = credential.apply(user);
        return bench.get(bench.baseline().arrives(user, line).orRefused(), line);
    }

    private static Finding onlyValid(Bench bench) throws java.io.IOException {
        User user = bench.users().fresh();
        Case unknown = bench.get("a user whom the resolver does not find", Expected.nobody(), user.bearer());
        Finding first = bench.resolver().during(Fault.Simple.NO_HEADERS, () -> bench.first(List.of(unknown)));
        return first.holds()
                ? bench.first(
                        List.of(bench.get("the same user, whom it finds now", bench.arrives(user), user.bearer())))
                : first;
    }
}
