package com.authgear.headers.attacksuite;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * One frame of HTTP/2 (RFC 9113, section 4.1).
 *
 * @param type what it is
 * @param flags those of its type
 * @param stream the stream's number, or 0 for the connection
 * @param payload the rest
 */
// Frames are written and read, and never compared.
@SuppressWarnings("ArrayRecordComponent")
record Http2Frame(int type, int flags, int stream, byte[] payload) {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RESET = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GO_AWAY = 7;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 1;
    static final int ACK = 1;
    static final int END_HEADERS = 4;

    static final int LARGEST = 16_384;

    static Http2Frame read(DataInputStream in) throws IOException {
        int length = (in.readUnsignedByte() << Short.SIZE) | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt() & Integer.MAX_VALUE;
        return new Http2Frame(type, flags, stream, in.readNBytes(length));
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(payload.length >> Short.SIZE);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
    }

    boolean isLast() {
        return (type == HEADERS || type == DATA) && (flags & END_STREAM) != 0;
    }

    /** The acknowledgement that a SETTINGS or PING of the server requires. */
    Optional<Http2Frame> acknowledgement() {
        boolean asks = (type == SETTINGS || type == PING) && (flags & ACK) == 0;
        byte[] echo = type == PING ? payload : new byte[0];
        return asks ? Optional.of(new Http2Frame(type, ACK, 0, echo)) : Optional.empty();
    }

    boolean is(int thisType, int thisStream) {
        return type == thisType && stream == thisStream;
    }
}
