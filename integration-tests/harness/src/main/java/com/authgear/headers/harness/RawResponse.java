package com.authgear.headers.harness;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * One HTTP/1.1 response.
 *
 * @param status the status code
 * @param lines the header lines as sent, in order
 * @param bytes the body, chunks joined, a character a byte
 */
public record RawResponse(int status, List<String> lines, String bytes) {
    public RawResponse {
        lines = List.copyOf(lines);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** The values of all lines of a header. */
    public List<String> headers(String name) {
        return lines.stream()
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).strip())
                .toList();
    }

    /** The body as UTF-8. */
    public String body() {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The whole answer without its {@code Date} line, to compare two answers. */
    public String comparable() {
        List<String> kept = lines.stream()
                .filter(line -> !line.regionMatches(true, 0, "Date:", 0, 5))
                .toList();
        return status + "\n" + String.join("\n", kept) + "\n\n" + body();
    }
}
