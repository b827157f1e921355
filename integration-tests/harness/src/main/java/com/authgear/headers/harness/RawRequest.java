package com.authgear.headers.harness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One HTTP/1.1 request, sent as it is: nothing is checked, joined, sorted or corrected. Immutable.
 *
 * @param method the method
 * @param target the request target, as it stands on the request line
 * @param lines header lines without their line ends, after {@code Host} and {@code Connection}
 * @param body the body, a byte a character; with one, {@code Content-Length} is added unless there is a
 *     {@code Transfer-Encoding}: then the body is sent as it is, its chunks written out
 */
public record RawRequest(String method, String target, List<String> lines, String body) {
    public RawRequest {
        lines = List.copyOf(lines);
    }

    public static RawRequest get(String target, String... lines) {
        return of("GET", target, lines);
    }

    public static RawRequest of(String method, String target, String... lines) {
        return new RawRequest(method, target, List.of(lines), "");
    }

    /** The same with more header lines behind the others. */
    public RawRequest with(String... more) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(Arrays.asList(more));
        return new RawRequest(method, target, all, body);
    }

    /** The same with more header lines in front of the others. */
    public RawRequest after(String... first) {
        return RawRequest.of(method, target, first)
                .with(lines.toArray(String[]::new))
                .withBody(body);
    }

    /** The same without the lines of a header. */
    public RawRequest without(String name) {
        return new RawRequest(
                method, target, lines.stream().filter(line -> !isOf(name, line)).toList(), body);
    }

    /** The same with this line instead of all lines of its header. */
    public RawRequest replacing(String line) {
        return without(line.substring(0, line.indexOf(':'))).with(line);
    }

    /** The same request for another target. */
    public RawRequest to(String newTarget) {
        return new RawRequest(method, newTarget, lines, body);
    }

    /** The same request by another method. */
    public RawRequest by(String newMethod) {
        return new RawRequest(newMethod, target, lines, body);
    }

    /** Whether a line of the header is there. */
    public boolean has(String name) {
        return lines.stream().anyMatch(line -> isOf(name, line));
    }

    /** The UTF-8 bytes of a text, each as one character, for use in header lines. */
    public static String utf8(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /** The same with a body. */
    public RawRequest withBody(String newBody) {
        return new RawRequest(method, target, lines, newBody);
    }

    /** The request as sent; ISO 8859-1, so that any byte can be written as a character. */
    byte[] bytes(String host) {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(host).append("\r\n");
        lines.forEach(line -> head.append(line).append("\r\n"));
        if (!body.isEmpty() && !has("Transfer-Encoding")) {
            head.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        if (!has("Connection")) {
            head.append("Connection: close\r\n");
        }
        return head.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean isOf(String name, String line) {
        return line.regionMatches(true, 0, name + ":", 0, name.length() + 1);
    }
}
