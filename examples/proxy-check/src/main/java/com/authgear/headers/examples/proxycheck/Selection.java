package com.authgear.headers.examples.proxycheck;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which checks to run.
 *
 * @param only names or patterns with {@code *}; none for all
 * @param skip names or patterns of those to leave out
 */
record Selection(List<String> only, List<String> skip) implements Predicate<String> {
    @Override
    public boolean test(String name) {
        return (only.isEmpty() || only.stream().anyMatch(pattern -> matches(pattern, name)))
                && skip.stream().noneMatch(pattern -> matches(pattern, name));
    }

    /** A misspelled name must not leave a check out, nor run none. */
    void requireKnown(List<String> names) {
        String unknown = Stream.concat(only.stream(), skip.stream())
                .filter(pattern -> names.stream().noneMatch(name -> matches(pattern, name)))
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("there is no check " + unknown + "; --list names them all");
        }
        if (names.stream().noneMatch(this)) {
            throw new IllegalArgumentException("no check is left to run");
        }
    }

    private static boolean matches(String pattern, String name) {
        String regex = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return name.matches(regex);
    }
}
