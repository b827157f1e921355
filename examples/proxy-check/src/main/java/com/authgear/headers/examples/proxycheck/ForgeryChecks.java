package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.AuthgearHeader;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Identity headers that the client sends must not reach the backend, with or without a session. */
final class ForgeryChecks {
    private ForgeryChecks() {}

    static Stream<Check> list() {
        Stream<Check> each = Arrays.stream(AuthgearHeader.values()).map(ForgeryChecks::single);
        return Stream.of(each, together(), aliases()).flatMap(checks -> checks);
    }

    private static Check single(AuthgearHeader header) {
        String[] line = Arrays.stream(Forged.nine())
                .filter(one -> one.startsWith(header.wireName() + ":"))
                .toArray(String[]::new);
        return forged(
                "forged-" + shortName(header),
                "A client's own " + header.wireName() + " does not arrive.",
                overwrite(header),
                line[0],
                line);
    }

    private static Stream<Check> together() {
        String all = "All nine identity headers of a client at once do not arrive.";
        return Stream.of(
                forged("forged-all", all, every(), "nine forged", Forged.nine()),
                again(
                        "forged-twice",
                        "Two lines of each of the nine do not arrive.",
                        "nine twice",
                        Stream.concat(Stream.of(Forged.nine()), Stream.of(Forged.nine()))
                                .toArray(String[]::new)),
                again(
                        "forged-mixed-case",
                        "The nine in another case do not arrive.",
                        "nine in mixed case",
                        Forged.spelled(name -> name.toUpperCase(Locale.ROOT).replace('A', 'a'))));
    }

    private static Stream<Check> aliases() {
        Mend mend = Mend.of("alias");
        String underscores = "Look-alikes with underscores, which some servers read as hyphens, do not arrive.";
        return Stream.of(
                forged("alias-underscore", underscores, mend, "nine with underscores", Forged.separatedBy('_')),
                forged(
                        "alias-dot",
                        "Look-alikes with dots do not arrive.",
                        mend,
                        "nine with dots",
                        Forged.separatedBy('.')));
    }

    private static Check forged(String name, String about, Mend mend, String what, String... lines) {
        return Check.of(
                name,
                about,
                mend,
                bench -> cases(
                        bench.target().path(), bench.users(), bench.baseline().strict(), what, lines));
    }

    /** The same on another path or in another spelling, apart from the faults of every request. */
    private static Check again(String name, String about, String what, String... lines) {
        return Check.of(
                name, about, every(), bench -> again(bench, bench.target().path(), what, lines));
    }

    static List<Case> again(Bench bench, String path, String what, String... lines) {
        return cases(path, bench.users(), bench.baseline(), what, lines);
    }

    /** Without a credential, with unknown ones, and with a user's own. */
    private static List<Case> cases(String path, UsersOfRun users, Baseline baseline, String what, String... lines) {
        return Stream.of(
                        Case.get(path, baseline.arrivesNobody()),
                        Case.get(path, baseline.arrivesNobody(), users.unknown().bearer()),
                        honest(path, baseline, users.unknown(), user -> user.cookie("session")),
                        honest(path, baseline, users.bob(), User::bearer),
                        honest(path, baseline, users.carol(), user -> user.cookie("session")),
                        honest(path, baseline, users.alice(), User::bearer))
                .map(honest -> honest.with(what, lines))
                .toList();
    }

    private static Case honest(String path, Baseline baseline, User user, Function<User, String> credential) {
        String line = credential.apply(user);
        return Case.get(path, baseline.arrives(user, line).orRefused(), line);
    }

    static String shortName(AuthgearHeader header) {
        return header.wireName().substring("X-Authgear-".length()).toLowerCase(Locale.ROOT);
    }

    static Mend overwrite(AuthgearHeader header) {
        return Mend.of("overwrite")
                .with("header", header.wireName().toLowerCase(Locale.ROOT))
                .with("Header", header.wireName())
                .with("variable", shortName(header).replace('-', '_'));
    }

    private static Mend every() {
        return Mend.of("overwrite-all");
    }
}
