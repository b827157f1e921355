package com.authgear.headers.harness;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The opening handshake of WebSocket (RFC 6455, section 4), and the first message that the server then sends. */
public final class WebSocketHandshake {
    private static final int FIN = 0x80;
    private static final int LENGTH = 0x7f;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private WebSocketHandshake() {}

    /** The same request, asking for an upgrade. {@code Upgrade} is added to an existing {@code Connection} line. */
    public static RawRequest of(RawRequest request) {
        List<String> lines = new ArrayList<>();
        request.lines().stream()
                .map(line -> line.regionMatches(true, 0, "Connection:", 0, 11) ? line + ", Upgrade" : line)
                .forEach(lines::add);
        if (!request.has("Connection")) {
            lines.add("Connection: Upgrade");
        }
        lines.add("Upgrade: websocket");
        lines.add("Sec-WebSocket-Version: 13");
        lines.add("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
        return new RawRequest(request.method(), request.target(), lines, request.body());
    }

    /** Sends the request as a handshake. The body of a 101 is the first message. */
    public static RawResponse send(RawClient client, RawRequest request) throws IOException {
        try (Socket socket = client.connect()) {
            RawResponse response = client.exchange(socket, of(request));
            return response.status() == 101
                    ? new RawResponse(101, response.lines(), message(new DataInputStream(socket.getInputStream())))
                    : response;
        }
    }

    /** All frames of one message: a server masks none. */
    private static String message(DataInputStream in) throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int first;
        do {
            first = in.readUnsignedByte();
            message.write(in.readNBytes(Math.toIntExact(length(in))));
        } while ((first & FIN) == 0);
        return message.toString(StandardCharsets.ISO_8859_1);
    }

    private static long length(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() & LENGTH;
        return switch (length) {
            case TWO_BYTES -> in.readUnsignedShort();
            case EIGHT_BYTES -> in.readLong();
            default -> length;
        };
    }
}
