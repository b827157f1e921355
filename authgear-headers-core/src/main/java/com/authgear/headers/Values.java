package com.authgear.headers;

/** Cutting values, in one pass and without regular expressions. White space is blanks and tabs (RFC 9110, section 5.6.3). */
final class Values {
    private Values() {}

    /** Without the white space around it; the same object if there is none. */
    static String trim(String value) {
        int end = trimmedEnd(value, 0, value.length());
        return value.substring(trimmedStart(value, 0, end), end);
    }

    /** Where a part of the value starts once its leading white space is gone. */
    static int trimmedStart(String value, int from, int to) {
        int start = from;
        while (start < to && isWhiteSpace(value.charAt(start))) {
            start++;
        }
        return start;
    }

    /** Where a part of the value ends once its trailing white space is gone. */
    static int trimmedEnd(String value, int from, int to) {
        int end = to;
        while (end > from && isWhiteSpace(value.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /** The parts as they stand, empty ones included; one more than there are separators. */
    static String[] split(String value, char separator) {
        String[] parts = new String[count(value, separator) + 1];
        int start = 0;
        for (int i = 0; i < parts.length - 1; i++) {
            int end = value.indexOf(separator, start);
            parts[i] = value.substring(start, end);
            start = end + 1;
        }
        parts[parts.length - 1] = value.substring(start);
        return parts;
    }

    static int count(String value, char c) {
        int count = 0;
        for (int i = 0; i < value.length(); i++) {
            count += value.charAt(i) == c ? 1 : 0;
        }
        return count;
    }

    private static boolean isWhiteSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
