package com.authgear.headers.examples.proxycheck;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * One HTTP/1.1 request, sent as it is: nothing is checked, joined, sorted or corrected. A character is a byte.
 *
 * @param method the method
 * @param target the request target, as it stands on the request line
 * @param lines header lines after {@code Host}, without their line ends
 * @param body the body; with a {@code Transfer-Encoding} its chunks are written out
 */
record Sent(String method, String target, List<String> lines, String body) {
    Sent {
        lines = List.copyOf(lines);
    }

    static Sent of(String method, String target, String... lines) {
        return new Sent(method, target, List.of(lines), "");
    }

    /** The same with more header lines behind the others. */
    Sent with(String... more) {
        List<String> all = Stream.concat(lines.stream(), Stream.of(more)).toList();
        return new Sent(method, target, all, body);
    }

    Sent withBody(String newBody) {
        return new Sent(method, target, lines, newBody);
    }

    byte[] bytes(String host) {
        Sent whole = this;
        if (!body.isEmpty() && !has("Transfer-Encoding")) {
            whole = whole.with("Content-Length: " + body.length());
        }
        if (!has("Connection")) {
            whole = whole.with("Connection: close");
        }
        String head = method + " " + target + " HTTP/1.1\r\nHost: " + host + "\r\n";
        return (head + String.join("\r\n", whole.lines) + "\r\n\r\n" + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean has(String name) {
        return lines.stream().anyMatch(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1));
    }
}
