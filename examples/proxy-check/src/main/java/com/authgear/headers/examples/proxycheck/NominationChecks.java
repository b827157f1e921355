package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.AuthgearHeader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A client can name headers in {@code Connection} that a proxy must not forward. This must not remove the resolver's
 * headers.
 */
final class NominationChecks {
    private NominationChecks() {}

    static Stream<Check> list() {
        return Arrays.stream(AuthgearHeader.values()).map(NominationChecks::of);
    }

    private static Check of(AuthgearHeader header) {
        return Check.of(
                "nominated-" + ForgeryChecks.shortName(header),
                "Connection: " + header.wireName() + " does not remove what the resolver said.",
                Mend.of("nomination"),
                bench -> cases(bench, "Connection: close, " + header.wireName()));
    }

    static Check secret(String header) {
        String about = "Connection: " + header + " does not remove the secret.";
        return Check.of(
                "nominated-secret",
                about,
                Mend.of("nomination"),
                bench -> List.of(bench.get(
                        SecretChecks.proper(header).orRefused(),
                        bench.users().alice().bearer(),
                        "Connection: close, " + header)));
    }

    private static List<Case> cases(Bench bench, String connection) {
        return Stream.of(bench.users().alice(), bench.users().carol())
                .map(user -> bench.get(bench.arrives(user).orRefused(), user.bearer(), connection))
                .toList();
    }
}
