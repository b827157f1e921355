package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.examples.front.Forgery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The same rules hold on every path: a location of its own may have lost them. */
final class PathChecks {
    private PathChecks() {}

    static Stream<Check> list(ProxyTarget target) {
        Stream<Check> others = target.paths().stream().skip(1).map(PathChecks::closed);
        return Stream.concat(others, target.openPaths().stream().map(PathChecks::open));
    }

    private static Check closed(String path) {
        String about = "On " + path + " users arrive, and forged headers do not.";
        return Check.of("path:" + path, about, Mend.of("path").with("path", path), bench -> {
            List<Case> cases = new ArrayList<>();
            cases.add(Case.get(
                    path,
                    bench.arrives(bench.users().alice()),
                    bench.users().alice().bearer()));
            cases.addAll(ForgeryChecks.again(bench, path, "nine forged", Forgery.nine()));
            cases.addAll(ForgeryChecks.again(bench, path, "nine with underscores", Forgery.underscores()));
            bench.target()
                    .secretHeader()
                    .ifPresent(header -> cases.add(withSecret(bench, path, SecretChecks.proper(header))));
            return cases;
        });
    }

    private static Check open(String path) {
        String about = "On " + path + ", which is open, no identity and no secret arrives.";
        return Check.of("open:" + path, about, Mend.of("open").with("path", path), bench -> {
            Optional<String> header = bench.target().secretHeader();
            Expected expected = header.map(
                            name -> Expected.identity(Identity.NOBODY).and(SecretChecks.none(name)))
                    .orElse(Expected.identity(Identity.NOBODY));
            Case user = Case.get(path, expected, bench.users().alice().bearer());
            return List.of(
                    Case.get(path, expected),
                    user,
                    user.with("nine forged", Forgery.nine()),
                    withSecret(bench, path, expected));
        });
    }

    private static Case withSecret(Bench bench, String path, Expected expected) {
        Case user = Case.get(path, expected, bench.users().alice().bearer());
        return bench.target()
                .secretHeader()
                .map(header -> user.with("own " + header, header + ": " + SecretChecks.CLIENTS))
                .orElse(user);
    }
}
