package com.authgear.headers.examples.proxies;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** As much of RFC 6455 as an echo of short texts needs. */
final class WebSocketFrames {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 0x81;
    private static final int MASKED = 0x80;
    private static final int LONGEST = 125;

    private WebSocketFrames() {}

    /** The value of {@code Sec-WebSocket-Accept} for one of {@code Sec-WebSocket-Key}. */
    static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(StandardCharsets.ISO_8859_1));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** The payload of the next frame, whatever its kind. */
    static byte[] read(DataInputStream in) throws IOException {
        in.readUnsignedByte();
        int length = in.readUnsignedByte();
        byte[] mask = in.readNBytes((length & MASKED) == 0 ? 0 : 4);
        byte[] payload = new byte[length & ~MASKED];
        if (payload.length > LONGEST) {
            throw new IOException("a frame of more than " + LONGEST + " bytes");
        }
        in.readFully(payload);
        for (int i = 0; i < payload.length && mask.length > 0; i++) {
            payload[i] ^= mask[i % mask.length];
        }
        return payload;
    }

    /** A text as a server sends it, or as a client does: with a mask, which changes nothing here. */
    static void write(DataOutputStream out, byte[] payload, boolean masked) throws IOException {
        out.writeByte(TEXT);
        out.writeByte(payload.length | (masked ? MASKED : 0));
        out.write(new byte[masked ? 4 : 0]);
        out.write(payload);
        out.flush();
    }
}
