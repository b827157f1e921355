package com.authgear.headers.harness;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads one response and leaves the stream at the next. */
public final class ResponseReader {
    private final InputStream in;

    public ResponseReader(InputStream in) {
        this.in = in;
    }

    RawResponse read(String method) throws IOException {
        int status = status(line());
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        RawResponse head = new RawResponse(status, lines, "");
        boolean empty = method.equals("HEAD") || status == 204 || status == 304 || status < 200;
        return empty ? head : new RawResponse(status, lines, body(head));
    }

    /** A server answers as HTTP/0.9, without a status line, if the request line lacks the version. */
    private static int status(String line) throws ProtocolException {
        if (!line.startsWith("HTTP/1.")) {
            throw new ProtocolException("The answer has no status line.");
        }
        return Integer.parseInt(line.split(" ", 3)[1]);
    }

    private String body(RawResponse head) throws IOException {
        if (head.header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            return text(chunks());
        }
        if (head.header("Content-Length").isPresent()) {
            return text(whole(Integer.parseInt(head.header("Content-Length").get())));
        }
        return text(in.readAllBytes());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Reads the chunked body of a request or response, with its trailer. */
    public byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.write(whole(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private byte[] whole(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw cut();
        }
        return bytes;
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line().split(";", 2)[0].strip(), 16);
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw cut();
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static EOFException cut() {
        return new EOFException("the connection was closed in the middle of an answer");
    }
}
