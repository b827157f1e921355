package com.authgear.headers.examples.proxycheck;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.AuthgearHeaderWriter;
import com.authgear.headers.AuthgearSession;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;

/**
 * The identity headers of a request, look-alikes included. Every line counts, so a duplicate is a difference. Empty
 * values are left out, since some proxies drop such a line and others forward it.
 *
 * @param lines the lines, their names in lower case, in alphabetical order
 */
record Identity(List<String> lines) {
    static final Identity NOBODY = of(AuthgearSession.none());
    static final Identity INVALID = of(AuthgearSession.invalid());
    private static final String PREFIX = "x-authgear-";

    Identity {
        lines = lines.stream().sorted().toList();
    }

    static Identity of(AuthgearSession session) {
        return collect(headers -> AuthgearHeaderWriter.write(session, headers));
    }

    static Identity of(HttpFields fields) {
        return collect(headers -> fields.forEach(field -> {
            String value = field.getValue();
            headers.accept(field.getName(), value == null ? "" : value);
        }));
    }

    /** From header lines as a client writes them. */
    static Identity of(String... headerLines) {
        return collect(headers -> Arrays.stream(headerLines)
                .map(line -> line.split(": ", 2))
                .forEach(pair -> headers.accept(pair[0], pair[1])));
    }

    private static Identity collect(Consumer<BiConsumer<String, String>> writer) {
        List<String> lines = new ArrayList<>();
        writer.accept((name, value) -> {
            if (AuthgearHeader.isReserved(name) && !value.isEmpty()) {
                lines.add(name.toLowerCase(Locale.ROOT) + ": " + value);
            }
        });
        return new Identity(lines);
    }

    Set<String> namesIf(Predicate<String> line) {
        return lines.stream().filter(line).map(Identity::name).collect(Collectors.toSet());
    }

    Identity without(Set<String> names) {
        return new Identity(
                lines.stream().filter(line -> !names.contains(name(line))).toList());
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf(':'));
    }

    /** The order of the resolver's headers; other names come last. */
    private static int rank(String line) {
        return AuthgearHeader.find(name(line)).map(Enum::ordinal).orElse(Integer.MAX_VALUE);
    }

    /** For people. */
    @Override
    public String toString() {
        return lines.isEmpty()
                ? "nobody"
                : lines.stream()
                        .sorted(Comparator.comparingInt(Identity::rank))
                        .map(line -> line.startsWith(PREFIX) ? line.substring(PREFIX.length()) : line)
                        .map(line -> line.replaceFirst(": ", "="))
                        .collect(Collectors.joining(", "));
    }
}
