package com.authgear.headers.test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * An answer as it came over a socket.
 *
 * @param status its status; interim answers (1xx) are skipped
 * @param headers its lines, names in lower case
 * @param body its body, or an empty text
 * @param keepsConnection whether another answer may follow
 */
record HttpAnswer(int status, List<String> headers, String body, boolean keepsConnection) {
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    static HttpAnswer read(InputStream in, String method) throws IOException {
        int status;
        List<String> headers;
        do {
            status = status(line(in));
            headers = headers(in);
        } while (status < 200);
        boolean bodiless = method.equals("HEAD") || status == NO_CONTENT || status == NOT_MODIFIED;
        boolean chunked = values(headers, "transfer-encoding").anyMatch(value -> value.equalsIgnoreCase("chunked"));
        List<String> lengths = values(headers, "content-length").toList();
        boolean framed = bodiless || chunked || !lengths.isEmpty();
        byte[] body = bodiless
                ? new byte[0]
                : chunked ? chunks(in) : framed ? in.readNBytes(number(lengths.get(0), 10)) : in.readAllBytes();
        boolean closes = values(headers, "connection").anyMatch(value -> value.equalsIgnoreCase("close"));
        return new HttpAnswer(status, headers, new String(body, StandardCharsets.UTF_8), framed && !closes);
    }

    List<String> cookies() {
        return values(headers, "set-cookie").toList();
    }

    private static Stream<String> values(List<String> headers, String name) {
        return headers.stream()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip());
    }

    private static int status(String line) throws IOException {
        if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new IOException("the server closed the connection, or its answer is not HTTP/1.1");
        }
        return Integer.parseInt(line.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }

    private static List<String> headers(InputStream in) throws IOException {
        List<String> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String name = line.split(":", 2)[0];
            headers.add(name.toLowerCase(Locale.ROOT) + line.substring(name.length()));
        }
        return headers;
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int size;
        do {
            size = number(line(in).split(";", 2)[0].strip(), 16);
            body.writeBytes(in.readNBytes(size));
            line(in);
        } while (size > 0);
        return body.toByteArray();
    }

    private static int number(String text, int radix) throws IOException {
        try {
            return Integer.parseUnsignedInt(text, radix);
        } catch (NumberFormatException e) {
            throw new IOException("the length of the answer is no number", e);
        }
    }

    /** One line without its line break; empty at the end of the stream. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != -1 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }
}
