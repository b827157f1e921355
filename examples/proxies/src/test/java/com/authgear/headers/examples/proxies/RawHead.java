package com.authgear.headers.examples.proxies;

import java.util.List;
import java.util.Optional;

/**
 * The head of a request as a server received it.
 *
 * @param line the request line
 * @param lines the header lines, in order and as sent
 */
public record RawHead(String line, List<String> lines) {
    public RawHead {
        lines = List.copyOf(lines);
    }

    /** Of its text; an empty text has neither line. */
    public static RawHead of(String text) {
        List<String> all = text.lines().toList();
        return all.isEmpty() ? new RawHead("", all) : new RawHead(all.get(0), all.subList(1, all.size()));
    }

    public String target() {
        return line.split(" ", 3)[1];
    }

    /** The values of all lines of a header, without blanks around them. A blank before the colon hides no line. */
    public List<String> values(String name) {
        return lines.stream()
                .filter(header -> header.split(":", 2)[0].strip().equalsIgnoreCase(name))
                .map(header -> header.substring(header.indexOf(':') + 1).strip())
                .toList();
    }

    public Optional<String> first(String name) {
        return values(name).stream().findFirst();
    }
}
