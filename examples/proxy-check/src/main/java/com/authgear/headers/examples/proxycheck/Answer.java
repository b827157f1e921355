package com.authgear.headers.examples.proxycheck;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One HTTP/1.1 response.
 *
 * @param status the status code
 * @param lines the header lines as sent, in order
 * @param body the body, chunks joined, a character a byte
 */
record Answer(int status, List<String> lines, String body) {
    Answer {
        lines = List.copyOf(lines);
    }

    /** The values of all lines of a header. */
    List<String> headers(String name) {
        return lines.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    /** Reads the answer to a request by that method. */
    static Answer read(InputStream in, String method) throws IOException {
        int status = Integer.parseInt(line(in).split(" ", 3)[1]);
        List<String> lines = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            lines.add(line);
        }
        Answer head = new Answer(status, lines, "");
        boolean empty = method.equals("HEAD") || status == 204 || status == 304 || status < 200;
        return empty ? head : new Answer(status, lines, head.body(in));
    }

    private String body(InputStream in) throws IOException {
        List<String> length = headers("Content-Length");
        if (!length.isEmpty()) {
            return whole(in, Integer.parseInt(length.get(0)));
        }
        if (!headers("Transfer-Encoding").contains("chunked")) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        StringBuilder chunks = new StringBuilder();
        for (String size = line(in); !size.matches("0+\\b.*"); size = line(in)) {
            chunks.append(whole(in, Integer.parseInt(size.split(";", 2)[0].strip(), 16)));
            line(in);
        }
        line(in);
        return chunks.toString();
    }

    private static String whole(InputStream in, int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw cut();
        }
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String line(InputStream in) throws IOException {
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
