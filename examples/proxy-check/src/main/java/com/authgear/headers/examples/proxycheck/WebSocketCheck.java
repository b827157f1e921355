package com.authgear.headers.examples.proxycheck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A WebSocket opens with exactly the user's identity. */
final class WebSocketCheck {
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final int FRAME_HEAD = 2;

    private WebSocketCheck() {}

    static Check of() {
        return new Check(
                "websocket",
                "A WebSocket opens, with the identity of its user.",
                Mend.of("websocket"),
                true,
                WebSocketCheck::run);
    }

    private static Finding run(Bench bench) throws IOException {
        User user = bench.users().alice();
        Expected expected = bench.arrives(user)
                .and(Expected.of(
                        "101 and a message",
                        exchange -> exchange.status() == SWITCHING_PROTOCOLS
                                && exchange.response()
                                        .filter(answer -> answer.body().equals(Greeting.WORD))
                                        .isPresent()));
        Case honest = bench.get(
                "Upgrade: websocket",
                expected,
                user.bearer(),
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
        Finding plain = bench.judge(honest, WebSocketCheck::open);
        return plain.holds() ? bench.judge(honest.with("nine forged", Forged.nine()), WebSocketCheck::open) : plain;
    }

    /** Returns the first message as the body. A short frame of a server is two bytes and the text. */
    private static Answer open(Wire wire, Sent request) throws IOException {
        Answer answer = wire.exchange(request);
        if (answer.status() != SWITCHING_PROTOCOLS) {
            return answer;
        }
        byte[] frame = wire.in().readNBytes(FRAME_HEAD + Greeting.WORD.length());
        String text = new String(frame, StandardCharsets.ISO_8859_1);
        return new Answer(answer.status(), answer.lines(), text.substring(Math.min(FRAME_HEAD, text.length())));
    }
}
