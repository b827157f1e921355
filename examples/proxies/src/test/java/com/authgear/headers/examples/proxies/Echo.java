package com.authgear.headers.examples.proxies;

import com.authgear.headers.AuthgearHeader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it reached the backend.
 *
 * @param line its first line
 * @param lines its header lines
 */
record Echo(String line, List<String> lines) {
    static Echo of(String text) {
        List<String> all = text.lines().toList();
        return new Echo(all.isEmpty() ? "" : all.get(0), all.isEmpty() ? all : all.subList(1, all.size()));
    }

    String target() {
        return line.split(" ", 3)[1];
    }

    List<String> values(String name) {
        return lines.stream()
                .filter(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(header -> header.substring(name.length() + 1).strip())
                .toList();
    }

    Optional<String> first(String name) {
        return values(name).stream().findFirst();
    }

    /** Everything that could be taken for a header of ours; an empty value says nothing. */
    Map<String, String> identity() {
        Map<String, String> identity = new TreeMap<>();
        for (String header : lines) {
            String name = header.substring(0, header.indexOf(':'));
            String value = header.substring(header.indexOf(':') + 1).strip();
            if (AuthgearHeader.isReserved(name) && !value.isEmpty()) {
                identity.merge(name.toLowerCase(Locale.ROOT), value, (one, two) -> one + " AND " + two);
            }
        }
        return identity;
    }

    /** Names that another server might take for one of ours, or of the proxy's. */
    boolean hasOddNames() {
        return lines.stream().anyMatch(header -> !header.matches("[A-Za-z0-9-]+:.*"));
    }
}
