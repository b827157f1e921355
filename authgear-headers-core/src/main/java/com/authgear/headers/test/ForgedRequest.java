package com.authgear.headers.test;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The headers of a request that no honest proxy sends. Immutable.
 *
 * @param kind the kind of attack, such as {@code C01}: a line of the project's list, {@code .github/ATTACKS.md}
 * @param title what is special about it, for people
 * @param headers its lines in their order; a name may come more than once
 */
public record ForgedRequest(String kind, String title, List<Map.Entry<String, String>> headers) {
    /**
     * Copies the lines.
     *
     * @param kind the kind of attack
     * @param title what is special about it
     * @param headers its lines
     */
    public ForgedRequest {
        headers = List.copyOf(headers);
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
