package com.authgear.headers.examples.proxycheck;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Ways past the rules of the proxy: a tunnel, and lines smuggled in with the path. */
final class BypassChecks {
    private static final String ROLES = "X-Authgear-User-Roles:%20manager";

    private BypassChecks() {}

    static Stream<Check> list() {
        return Stream.of(
                Check.of(
                        "h2c",
                        "An upgrade to cleartext HTTP/2 is not passed on: no rule would apply inside.",
                        Mend.of("h2c"),
                        BypassChecks::upgrade),
                Check.of("crlf-path", "Line ends in the path stay encoded.", Mend.of("crlf"), BypassChecks::smuggled));
    }

    private static List<Case> upgrade(Bench bench) {
        return Stream.of("Connection: Upgrade, HTTP2-Settings", "Connection: Upgrade")
                .map(connection -> bench.get(
                        "Upgrade: h2c, " + connection,
                        notUpgraded(),
                        bench.users().alice().bearer(),
                        connection,
                        "Upgrade: h2c",
                        "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"))
                .toList();
    }

    private static Expected notUpgraded() {
        return new Expected(
                "no upgrade",
                exchange -> exchange.status() != 101
                        && exchange.arrivals().stream().noneMatch(arrival -> isUpgrade(arrival.headers())),
                exchange -> exchange.arrival()
                        .map(arrival ->
                                shown(arrival, HttpHeader.UPGRADE) + ", " + shown(arrival, HttpHeader.CONNECTION))
                        .orElseGet(exchange::summary));
    }

    private static String shown(Arrival arrival, HttpHeader header) {
        List<String> values = arrival.headers().getValuesList(header);
        return values.isEmpty() ? "no " + header : header + ": " + String.join(", ", values);
    }

    private static boolean isUpgrade(HttpFields headers) {
        return headers.contains(HttpHeader.UPGRADE, "h2c") && headers.contains(HttpHeader.CONNECTION, "upgrade");
    }

    /** As a header line behind another header's value, and behind a request line of its own. */
    private static List<Case> smuggled(Bench bench) {
        String base = bench.target().path().replaceFirst("/$", "");
        return Stream.of(base + "/x%0d%0a" + ROLES, base + "/x%20HTTP/1.1%0d%0a" + ROLES + "%0d%0aX-Rest:%20")
                .map(path -> Case.get(path, Expected.nobody()))
                .toList();
    }
}
