package com.authgear.headers.examples.proxies;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client of a WebSocket that repeats what it hears. */
public final class WebSocketEcho {
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private WebSocketEcho() {}

    /**
     * Opens a WebSocket, says a short text, and returns what is said back.
     *
     * @param request with an {@code Upgrade} and a {@code Connection} of the caller's choice
     * @throws IOException also if the server does not open one as RFC 6455 says
     */
    public static String of(RawClient client, RawRequest request, String text) throws IOException {
        try (Socket socket = client.connect()) {
            RawResponse answer =
                    client.exchange(socket, request.with("Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: " + KEY));
            if (answer.status() != 101
                    || !answer.header("Sec-WebSocket-Accept")
                            .filter(WebSocketFrames.accept(KEY)::equals)
                            .isPresent()) {
                throw new IOException("no WebSocket: " + answer);
            }
            WebSocketFrames.write(
                    new DataOutputStream(socket.getOutputStream()), text.getBytes(StandardCharsets.US_ASCII), true);
            byte[] said = WebSocketFrames.read(new DataInputStream(socket.getInputStream()));
            return new String(said, StandardCharsets.US_ASCII);
        }
    }
}
