package com.authgear.headers.attacksuite;

import com.authgear.headers.harness.RawResponse;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer of AJP 1.3. */
final class AjpResponse {
    private static final int BODY_CHUNK = 3;
    private static final int HEADERS = 4;
    private static final int END = 5;
    private static final int BODY_WANTED = 6;
    private static final byte[] NO_BODY = {0x12, 0x34, 0, 0};
    /** From this value on a length field is the code of a well-known header name. */
    private static final int CODED_NAME = 0xA000;

    private static final int CODED_DATE = 0xA004;

    private final List<String> lines = new ArrayList<>();
    private final StringBuilder body = new StringBuilder();
    private int status;

    private AjpResponse() {}

    static RawResponse read(Socket socket) throws IOException {
        AjpResponse response = new AjpResponse();
        DataInputStream packets = new DataInputStream(socket.getInputStream());
        int type = 0;
        while (type != END) {
            packets.readShort();
            byte[] packet = packets.readNBytes(packets.readUnsignedShort());
            type = packet[0];
            if (type == BODY_WANTED) {
                socket.getOutputStream().write(NO_BODY);
            }
            response.read(type, new DataInputStream(new ByteArrayInputStream(packet, 1, packet.length - 1)));
        }
        return new RawResponse(response.status, response.lines, response.body.toString());
    }

    private void read(int type, DataInputStream packet) throws IOException {
        if (type == HEADERS) {
            status = packet.readUnsignedShort();
            text(packet, packet.readUnsignedShort());
            for (int left = packet.readUnsignedShort(); left > 0; left--) {
                lines.add(name(packet) + ": " + text(packet, packet.readUnsignedShort()));
            }
        } else if (type == BODY_CHUNK) {
            body.append(text(packet, packet.readUnsignedShort()));
        }
    }

    private static String name(DataInputStream packet) throws IOException {
        int length = packet.readUnsignedShort();
        if (length < CODED_NAME) {
            return text(packet, length);
        }
        return length == CODED_DATE ? "Date" : Integer.toHexString(length);
    }

    private static String text(DataInputStream packet, int length) throws IOException {
        String text = new String(packet.readNBytes(length), StandardCharsets.ISO_8859_1);
        packet.readByte();
        return text;
    }
}
