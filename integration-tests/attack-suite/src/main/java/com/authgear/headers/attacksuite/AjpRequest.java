package com.authgear.headers.attacksuite;

import com.authgear.headers.harness.RawRequest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A forward request of AJP 1.3, which claims address and port of the client. Each string has its length in front and a
 * zero byte behind.
 */
final class AjpRequest {
    private static final int MAGIC = 0x1234;
    private static final int FORWARD_REQUEST = 2;
    private static final int GET = 2;
    private static final int ATTRIBUTE = 0x0A;
    private static final int END_OF_ATTRIBUTES = 0xFF;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream message = new DataOutputStream(bytes);

    private AjpRequest() {}

    static void write(RawRequest request, String claimedAddress, OutputStream out) throws IOException {
        AjpRequest ajp = new AjpRequest();
        ajp.forward(request, claimedAddress);
        DataOutputStream packet = new DataOutputStream(out);
        packet.writeShort(MAGIC);
        packet.writeShort(ajp.bytes.size());
        ajp.bytes.writeTo(packet);
        packet.flush();
    }

    private void forward(RawRequest request, String claimedAddress) throws IOException {
        message.writeByte(FORWARD_REQUEST);
        message.writeByte(GET);
        string("HTTP/1.1");
        string(request.target());
        string(claimedAddress);
        string(claimedAddress);
        string("127.0.0.1");
        message.writeShort(80);
        message.writeBoolean(false);
        message.writeShort(request.lines().size());
        for (String line : request.lines()) {
            int colon = line.indexOf(':');
            string(line.substring(0, colon));
            string(line.substring(colon + 1).strip());
        }
        message.writeByte(ATTRIBUTE);
        string("AJP_REMOTE_PORT");
        string("1234");
        message.writeByte(END_OF_ATTRIBUTES);
    }

    private void string(String text) throws IOException {
        message.writeShort(text.length());
        message.write(text.getBytes(StandardCharsets.ISO_8859_1));
        message.writeByte(0);
    }
}
