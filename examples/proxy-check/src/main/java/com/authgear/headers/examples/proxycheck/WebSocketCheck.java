package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.harness.Forgery;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A WebSocket is opened with the user's identity and no other. */
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
                                        .filter(answer -> answer.bytes().equals(Greeting.WORD))
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
        return plain.holds() ? bench.judge(honest.with("nine forged", Forgery.nine()), WebSocketCheck::open) : plain;
    }

    /** The first message stands where an answer has its body. A short one from a server is two bytes and its text. */
    private static RawResponse open(RawClient client, Socket socket, RawRequest request) throws IOException {
        RawResponse answer = client.exchange(socket, request);
        if (answer.status() != SWITCHING_PROTOCOLS) {
            return answer;
        }
        byte[] frame = socket.getInputStream().readNBytes(FRAME_HEAD + Greeting.WORD.length());
        String text = new String(frame, StandardCharsets.ISO_8859_1);
        return new RawResponse(answer.status(), answer.lines(), text.substring(Math.min(FRAME_HEAD, text.length())));
    }
}
