package com.authgear.headers.examples.proxycheck;

import java.util.List;
import java.util.stream.Stream;

/** Ways past the rules of the proxy: a tunnel, and lines smuggled in with the path. */
final class BypassChecks {
    private static final String ROLES = "X-Authgear-User-Roles:%20manager";

    private BypassChecks() {}

    static Stream<Check> list() {
        return Stream.of(
                UpgradeCheck.of(),
                Check.of("crlf-path", "Line ends in the path stay encoded.", Mend.of("crlf"), BypassChecks::smuggled));
    }

    /** A header line smuggled behind the path, and one behind a request line of its own. */
    private static List<Case> smuggled(Bench bench) {
        String base = bench.target().path().replaceFirst("/$", "");
        return Stream.of(base + "/x%0d%0a" + ROLES, base + "/x%20HTTP/1.1%0d%0a" + ROLES + "%0d%0aX-Rest:%20")
                .map(path -> Case.get(path, Expected.nobody()))
                .toList();
    }
}
