package com.authgear.headers.examples.proxies;

import com.authgear.headers.harness.RawRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Generated requests for upgrades: protocols and their versions, letter case, lists, repeated lines, their order,
 * separators and white space, for {@code Upgrade}, {@code Connection} and {@code HTTP2-Settings} alike. One in four
 * asks for WebSocket alone. The same seed gives the same requests. Not thread-safe.
 */
public final class UpgradeRequests {
    private static final List<String> WEBSOCKET = List.of("websocket");
    private static final List<String> PROTOCOLS =
            List.of("websocket", "websocket", "h2c", "h2c", "h2", "HTTP/2.0", "TLS/1.0", "foo", "websocket/13", "");
    private static final List<String> OPTIONS = List.of(
            "Upgrade", "Upgrade", "HTTP2-Settings", "close", "keep-alive", "X-Authgear-User-Id", "X-Proxy-Secret", "");
    private static final List<String> COLONS = List.of(": ", ": ", ":", ":\t", ": \t ");
    private static final List<String> SEPARATORS = List.of(", ", ",", ",\t", " , ", ",,", "; ", " ");
    private static final List<String> ENDS = List.of("", "", " ", "\t");
    private static final List<String> METHODS = List.of("GET", "GET", "GET", "POST", "OPTIONS");

    /** Not HTTP, or no more: most servers refuse them. */
    private static final List<String> ODD_LINES = List.of(
            "Upgrade : h2c",
            "Upgrade\t: h2c",
            "Upgrade: websocket,\r\n h2c",
            "Connection: Upgrade,\r\n\tx-proxy-secret");

    private final Random random;

    public UpgradeRequests(long seed) {
        random = new Random(seed);
    }

    /** The next one, with some lines that all have. */
    public RawRequest next(String path, String... always) {
        List<String> lines = new ArrayList<>(List.of(always));
        lines.addAll(List.of("Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="));
        boolean honest = oneIn(4);
        lines.addAll(honest ? lines("Upgrade", 1, 1, WEBSOCKET) : lines("Upgrade", 3, 3, PROTOCOLS));
        lines.addAll(oneIn(3) ? lines("Connection", 3, 3, OPTIONS) : List.of("Connection: Upgrade, HTTP2-Settings"));
        lines.addAll(Collections.nCopies(random.nextInt(3), "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"));
        if (!honest && oneIn(12)) {
            lines.add(any(ODD_LINES));
        }
        Collections.shuffle(lines, random);
        // What RawRequest writes behind the target, the newer version, becomes the value of a line without meaning.
        String target = oneIn(12) ? path + " HTTP/1.0\r\nX-Rest:" : path;
        return RawRequest.of(any(METHODS), target, lines.toArray(String[]::new));
    }

    private List<String> lines(String name, int mostLines, int mostTokens, List<String> tokens) {
        return Stream.generate(() -> recased(name) + any(COLONS) + list(mostTokens, tokens) + any(ENDS))
                .limit(1 + random.nextInt(mostLines))
                .toList();
    }

    private String list(int most, List<String> tokens) {
        return Stream.generate(() -> recased(any(tokens)))
                .limit(1 + random.nextInt(most))
                .collect(Collectors.joining(any(SEPARATORS)));
    }

    private String recased(String token) {
        return switch (random.nextInt(6)) {
            case 0 -> token.toUpperCase(Locale.ROOT);
            case 1 -> token.toLowerCase(Locale.ROOT);
            case 2 -> token.replace('s', 'S');
            default -> token;
        };
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
