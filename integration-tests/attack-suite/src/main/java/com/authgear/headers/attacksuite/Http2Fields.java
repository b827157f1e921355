package com.authgear.headers.attacksuite;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.hpack.HpackDecoder;
import org.eclipse.jetty.http2.hpack.HpackException;

/** Fields in HPACK (RFC 7541): written as literals without checks, and read by a full decoder. */
final class Http2Fields {
    private static final int MOST_BYTES = 1 << 16;
    private static final int SEVEN_BITS = 0x7F;
    private static final int AUTHORITY = 1;
    private static final int METHOD = 2;
    private static final int PATH = 4;
    private static final int SCHEME = 6;

    private final HpackDecoder decoder = new HpackDecoder(MOST_BYTES, System::nanoTime);

    static byte[] encode(RawRequest request) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        pseudoField(block, METHOD, request.method());
        pseudoField(block, SCHEME, "http");
        pseudoField(block, AUTHORITY, "127.0.0.1");
        pseudoField(block, PATH, request.target());
        for (String line : request.lines()) {
            int colon = line.indexOf(':');
            field(
                    block,
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return block.toByteArray();
    }

    /** An answer without its body. */
    RawResponse decode(byte[] block) throws IOException {
        try {
            MetaData.Response answer = (MetaData.Response) decoder.decode(ByteBuffer.wrap(block));
            List<String> lines = answer.getHttpFields().stream()
                    .map(field -> field.getName() + ": " + field.getValue())
                    .toList();
            return new RawResponse(answer.getStatus(), lines, "");
        } catch (HpackException e) {
            throw new IOException(e);
        }
    }

    /**
     * A literal without indexing, with a name of the static table, which is the only form of these names that Tomcat
     * accepts.
     */
    private static void pseudoField(ByteArrayOutputStream block, int name, String value) {
        block.write(name);
        string(block, value);
    }

    /** A literal without indexing, with a new name. */
    private static void field(ByteArrayOutputStream block, String name, String value) {
        block.write(0);
        string(block, name);
        string(block, value);
    }

    private static void string(ByteArrayOutputStream block, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (bytes.length < SEVEN_BITS) {
            block.write(bytes.length);
        } else {
            block.write(SEVEN_BITS);
            int rest = bytes.length - SEVEN_BITS;
            for (; rest > SEVEN_BITS; rest >>= 7) {
                block.write((rest & SEVEN_BITS) | 0x80);
            }
            block.write(rest);
        }
        block.writeBytes(bytes);
    }
}
