package com.authgear.headers.examples.proxycheck;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * A proxy may forward no upgrade but WebSocket, since none of its rules would apply inside another. Proxy and backend
 * may read different lines or list members, so the check also asks for WebSocket and others together.
 */
final class UpgradeCheck {
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final String WEBSOCKET = "websocket";
    private static final String SETTINGS = "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA";
    private static final String[] HANDSHAKE = {
        "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };

    /** The values of the lines of {@code Upgrade}. */
    private static final List<List<String>> PROTOCOLS = List.of(
            List.of("h2c"),
            List.of("H2C"),
            List.of("HTTP/2.0"),
            List.of("TLS/1.0"),
            List.of("other"),
            List.of("websocket/13"),
            List.of("h2c-websocket"),
            List.of("websocket h2c"),
            List.of("h2c,websocket"),
            List.of(",\th2c"),
            List.of("", "h2c"),
            List.of("websocket", "", "H2C, websocket"));

    /** Lines that go with each protocol and pass most guards. */
    private static final List<String> CONNECTION = List.of("Connection: Upgrade", SETTINGS);

    /** Other lines, sent with plain h2c and with WebSocket. */
    private static final List<List<String>> CONNECTIONS = List.of(
            List.of("Connection: Upgrade, HTTP2-Settings", SETTINGS),
            List.of("Connection: HTTP2-Settings", "Connection: upgrade", SETTINGS, SETTINGS),
            List.of("connection: keep-alive,\tUPGRADE", "http2-settings: AAMAAABkAARAAAAAAAIAAAAA"),
            List.of(SETTINGS));

    private UpgradeCheck() {}

    static Check of() {
        return new Check(
                "h2c",
                "No upgrade but WebSocket is passed on, nor anything beside it: no rule would apply inside.",
                Mend.of("h2c"),
                false,
                bench -> bench.first(cases(bench), UpgradeCheck::send));
    }

    /** A proxy may answer 101 before it asks the backend. Once the first byte arrives, it has asked. */
    private static Answer send(Wire wire, Sent request) throws IOException {
        Answer answer = wire.exchange(request);
        if (answer.status() == SWITCHING_PROTOCOLS) {
            wire.in().read();
        }
        return answer;
    }

    private static List<Case> cases(Bench bench) {
        ProxyTarget target = bench.target();
        return Stream.of(target.paths(), target.openPaths())
                .flatMap(Collection::stream)
                .flatMap(path -> upgrades(bench, path))
                .toList();
    }

    private static Stream<Case> upgrades(Bench bench, String path) {
        return Stream.concat(
                CONNECTIONS.stream()
                        .flatMap(connection -> Stream.of("h2c", WEBSOCKET)
                                .map(protocol -> upgrade(bench, path, List.of(protocol), connection))),
                Stream.concat(PROTOCOLS.stream(), pairs())
                        .map(protocols -> upgrade(bench, path, protocols, CONNECTION)));
    }

    /** WebSocket and another, in both orders, in lists and in lines. */
    private static Stream<List<String>> pairs() {
        return Stream.of("h2c", "other")
                .flatMap(other -> Stream.of(List.of(WEBSOCKET, other), List.of(other, WEBSOCKET)))
                .flatMap(pair -> Stream.of(
                        pair, List.of(String.join(", ", pair)), List.of(pair.get(0), pair.get(1), pair.get(0))));
    }

    private static Case upgrade(Bench bench, String path, List<String> protocols, List<String> connection) {
        String[] lines = Stream.concat(protocols.stream().map(value -> "Upgrade: " + value), connection.stream())
                .toArray(String[]::new);
        return Case.get(path, harmless(), bench.users().alice().bearer())
                .with(String.join(", ", lines), lines)
                .with("the rest of a WebSocket handshake", HANDSHAKE);
    }

    private static Expected harmless() {
        return new Expected(
                "no Upgrade, or Upgrade: websocket with Connection: upgrade",
                exchange -> exchange.arrivals().stream().allMatch(arrival -> isHarmless(arrival.headers()))
                        && (exchange.status() != SWITCHING_PROTOCOLS || isWebSocket(exchange)),
                exchange -> exchange.arrival()
                        .map(arrival -> shown(arrival.headers()))
                        .orElseGet(exchange::summary));
    }

    private static boolean isWebSocket(Exchange exchange) {
        return exchange.response()
                .filter(answer -> answer.headers("Upgrade").stream().anyMatch(WEBSOCKET::equalsIgnoreCase))
                .isPresent();
    }

    /** A repeated websocket is harmless. */
    private static boolean isHarmless(HttpFields headers) {
        List<String> upgrade = headers.getValuesList(HttpHeader.UPGRADE);
        return upgrade.stream().allMatch(value -> value.matches("(?i)|websocket"))
                && (upgrade.isEmpty()
                        || headers.getValuesList(HttpHeader.CONNECTION).stream()
                                .allMatch(value -> value.matches("(?i)|upgrade|keep-alive|close")));
    }

    private static String shown(HttpFields headers) {
        String lines = headers.stream()
                .filter(field -> field.getHeader() == HttpHeader.UPGRADE || field.getHeader() == HttpHeader.CONNECTION)
                .map(field -> field.getName() + ": " + field.getValue())
                .collect(Collectors.joining(", "));
        return lines.isEmpty() ? "no Upgrade" : lines;
    }
}
