package com.authgear.headers.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Names and lines of a request, read slowly. */
final class ExpectedNames {
    private static final Pattern HYPHENATED = Pattern.compile("[A-Za-z0-9-]*");
    private static final Pattern OUTER_WHITE_SPACE = Pattern.compile("^[ \t]+|[ \t]+$");

    private ExpectedNames() {}

    static boolean isSame(String name, String ascii) {
        return name.chars().allMatch(c -> c < 0x80) && name.equalsIgnoreCase(ascii);
    }

    static boolean isReserved(String name) {
        StringBuilder plain = new StringBuilder();
        name.chars().forEach(c -> plain.append(isAlphanumeric(c) ? (char) c : '-'));
        return plain.toString().toLowerCase(Locale.ROOT).startsWith("x-authgear-");
    }

    static boolean isAlias(String name) {
        return isReserved(name) && !HYPHENATED.matcher(name).matches();
    }

    /** Of every spelling of the name, without the white space around them. */
    static List<String> lines(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> isSame(header.getKey(), name))
                .flatMap(header -> header.getValue().stream())
                .map(ExpectedNames::trimmed)
                .toList();
    }

    static String trimmed(String value) {
        return OUTER_WHITE_SPACE.matcher(value).replaceAll("");
    }

    private static boolean isAlphanumeric(int c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }
}
