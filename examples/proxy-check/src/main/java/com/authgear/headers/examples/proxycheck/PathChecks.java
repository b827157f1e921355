package com.authgear.headers.examples.proxycheck;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The same rules apply to every path, since a location of its own may lack them. */
final class PathChecks {
    private PathChecks() {}

    static Stream<Check> list(ProxyTarget target) {
        Stream<Check> others = target.paths().stream().skip(1).map(path -> closed(path, target.secretHeader()));
        return Stream.concat(others, target.openPaths().stream().map(path -> open(path, target.secretHeader())));
    }

    private static Check closed(String path, Optional<String> secret) {
        String about = "On " + path + " users arrive, and forged headers do not.";
        return Check.of("path:" + path, about, mend("path", path, secret), bench -> {
            Case user = user(bench, path, bench.arrives(bench.users().alice()));
            Stream<Case> forged = Stream.concat(
                    ForgeryChecks.again(bench, path, "nine forged", Forged.nine()).stream(),
                    ForgeryChecks.again(bench, path, "nine with underscores", Forged.separatedBy('_')).stream());
            Stream<Case> ownSecret = ownSecret(secret, header -> user(bench, path, SecretChecks.proper(header)));
            return Stream.of(Stream.of(user), forged, ownSecret)
                    .flatMap(cases -> cases)
                    .toList();
        });
    }

    private static Check open(String path, Optional<String> secret) {
        String about = "On " + path + ", which is open, no identity and no secret arrives.";
        Expected nobody = Expected.identity(Identity.NOBODY);
        Expected expected =
                secret.map(header -> nobody.and(SecretChecks.none(header))).orElse(nobody);
        return Check.of("open:" + path, about, mend("open", path, secret), bench -> {
            Case user = user(bench, path, expected);
            Stream<Case> cases = Stream.of(Case.get(path, expected), user, user.with("nine forged", Forged.nine()));
            return Stream.concat(cases, ownSecret(secret, header -> user)).toList();
        });
    }

    private static Case user(Bench bench, String path, Expected expected) {
        return Case.get(path, expected, bench.users().alice().bearer());
    }

    private static Stream<Case> ownSecret(Optional<String> secret, Function<String, Case> user) {
        return secret
                .map(header -> user.apply(header).with("own " + header, header + ": " + SecretChecks.CLIENTS))
                .stream();
    }

    private static Mend mend(String key, String path, Optional<String> secret) {
        return Mend.of(key).with("path", path).with("secret", secret.orElse("the secret"));
    }
}
