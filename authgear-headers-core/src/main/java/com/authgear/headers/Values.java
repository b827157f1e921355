package com.authgear.headers;

import java.util.ArrayList;
import java.util.List;

/** Cutting header values, in one pass and without regular expressions. */
final class Values {
    private Values() {}

    /** Without the optional white space around it (RFC 9110, section 5.6.3: blanks and tabs, nothing else). */
    static String trim(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && isWhiteSpace(value.charAt(start))) {
            start++;
        }
        while (end > start && isWhiteSpace(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(start, end);
    }

    /** The trimmed parts that are not empty. */
    static List<String> split(String value, String separators) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || separators.indexOf(value.charAt(i)) >= 0) {
                add(parts, trim(value.substring(start, i)));
                start = i + 1;
            }
        }
        return parts;
    }

    private static void add(List<String> parts, String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    private static boolean isWhiteSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
