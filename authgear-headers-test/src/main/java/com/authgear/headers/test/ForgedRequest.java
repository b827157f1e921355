package com.authgear.headers.test;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A request that a page for users must refuse: no honest proxy sends it, or only without a user. Immutable.
 *
 * @param kind the kind of attack, such as {@code C01}: a line of the project's list, {@code docs/attacks.md}
 * @param title what is special about it, for people; unique
 * @param method its HTTP method
 * @param headers its lines in their order; a name may come more than once
 */
public record ForgedRequest(String kind, String title, String method, List<Map.Entry<String, String>> headers) {
    private static final List<String> OTHER_METHODS = List.of("HEAD", "POST", "PUT", "PATCH", "DELETE");

    /**
     * Copies the lines.
     *
     * @param kind the kind of attack
     * @param title what is special about it
     * @param method its HTTP method
     * @param headers its lines
     */
    public ForgedRequest {
        headers = List.copyOf(headers);
    }

    static ForgedRequest get(String kind, String title, HeaderLines lines) {
        return new ForgedRequest(kind, title, "GET", lines.list());
    }

    /** One by GET and one by each of {@link #OTHER_METHODS}, to find code that checks some methods only. */
    static Stream<ForgedRequest> byEveryMethod(String kind, String title, HeaderLines lines) {
        return Stream.concat(
                Stream.of(get(kind, title, lines)),
                OTHER_METHODS.stream()
                        .map(method -> new ForgedRequest(kind, title + ", by " + method, method, lines.list())));
    }

    /**
     * Hands out each line, for a client that can send one name twice: to <em>add</em> it, not to set it.
     *
     * @param header takes each name and its value
     */
    public void forEach(BiConsumer<? super String, ? super String> header) {
        headers.forEach(line -> header.accept(line.getKey(), line.getValue()));
    }

    /** {@return kind and title; no value of a header} */
    @Override
    public String toString() {
        return kind + " " + title;
    }
}
