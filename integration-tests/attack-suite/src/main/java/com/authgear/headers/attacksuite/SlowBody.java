package com.authgear.headers.attacksuite;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A refused request whose body never ends: the bytes sent first, and those repeated. */
enum SlowBody {
    BYTE("x", "POST /who HTTP/1.1", "Content-Length: 2000000"),
    CHUNK("1\r\nx\r\n", "POST /who HTTP/1.1", "Transfer-Encoding: chunked"),
    BYTE_OF_A_CHUNK_EXTENSION("a", "POST /who HTTP/1.1", "Transfer-Encoding: chunked", "", "1;a"),
    TRAILER("a: b\r\n", "POST /who HTTP/1.1", "Transfer-Encoding: chunked", "", "0"),
    NOTHING("", "POST /who HTTP/1.1", "Content-Length: 2000000"),
    NOTHING_OF_A_CHUNK("", "POST /who HTTP/1.1", "Transfer-Encoding: chunked"),
    BYTE_OF_A_LARGE_BODY("x", "POST /who HTTP/1.1", "Content-Length: 2000000000"),
    BYTE_BY_GET("x", "GET /who HTTP/1.1", "Content-Length: 2000000"),
    BYTE_BY_HEAD("x", "HEAD /who HTTP/1.1", "Content-Length: 2000000"),
    BYTE_OF_HTTP_1_0("x", "POST /who HTTP/1.0", "Content-Length: 2000000"),
    BYTE_UNASKED("x", "POST /who HTTP/1.1", "Content-Length: 2000000", "Expect: 100-continue"),
    BYTE_OF_AN_UPGRADE(
            "x", "POST /who HTTP/1.1", "Content-Length: 2000000", "Connection: Upgrade", "Upgrade: websocket"),
    BYTE_OF_A_FORGERY("x", forged("POST /who HTTP/1.1", "Content-Length: 2000000")),
    BYTE_OF_AN_OLD_LOGIN("x", honest("POST /recent/who HTTP/1.1", "Content-Length: 2000000")),
    BYTE_TO_A_SERVLET_THAT_REQUIRES("x", "POST /public/sensitive HTTP/1.1", "Content-Length: 2000000"),
    BYTE_TO_A_FORWARD("x", "POST /public/on/FORWARD HTTP/1.1", "Content-Length: 2000000"),
    BYTE_TO_AN_ASYNC_DISPATCH("x", "POST /public/on/ASYNC HTTP/1.1", "Content-Length: 2000000");

    private final String drip;
    /** Never changed, which its type does not tell. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final String[] lines;

    SlowBody(String drip, String... lines) {
        this.drip = drip;
        this.lines = lines;
    }

    /** An empty line ends the headers; if none is given, it is added at the end. */
    byte[] start() {
        String text = lines[0] + "\r\nHost: a\r\n"
                + Stream.of(lines).skip(1).reduce("", (before, line) -> before + line + "\r\n");
        return bytes(text.contains("\r\n\r\n") ? text : text + "\r\n");
    }

    byte[] drip() {
        return bytes(drip);
    }

    /** How an answer is to be read. */
    String method() {
        return lines[0].substring(0, lines[0].indexOf(' '));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String[] forged(String... lines) {
        return Stream.concat(Stream.of(lines), Honest.identity().lines().stream())
                .toArray(String[]::new);
    }

    private static String[] honest(String... lines) {
        return Stream.concat(Stream.of(lines), Honest.request().lines().stream())
                .toArray(String[]::new);
    }
}
