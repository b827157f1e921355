package com.authgear.headers;

/**
 * Iterates over the non-empty parts of a header's value, each without the white space around it. Only {@link #text}
 * creates a string. White space is blanks and tabs (RFC 9110, section 5.6.3).
 */
final class HeaderText {
    private final String value;
    private final char separator;
    private final char otherSeparator;
    private int start;
    private int end;
    /** The index of the separator behind the part. */
    private int limit = -1;

    HeaderText(String value, char separator) {
        this(value, separator, separator);
    }

    HeaderText(String value, char separator, char otherSeparator) {
        this.value = value;
        this.separator = separator;
        this.otherSeparator = otherSeparator;
    }

    /** The value without the white space around it. */
    static String trim(String value) {
        int end = trimmedEnd(value, 0, value.length());
        return value.substring(trimmedStart(value, 0, end), end);
    }

    /** Goes to the next part, if there is one. */
    boolean next() {
        do {
            start = trimmedStart(value, limit + 1, value.length());
            limit = separatorFrom(start);
        } while (start == limit && limit < value.length());
        end = trimmedEnd(value, start, limit);
        return start < end;
    }

    /** Counts the remaining parts, and consumes them. */
    int count() {
        int count = 0;
        while (next()) {
            count++;
        }
        return count;
    }

    String text() {
        return value.substring(start, end);
    }

    boolean isText(String other) {
        return end - start == other.length() && value.startsWith(other, start);
    }

    boolean endsWith(String suffix) {
        return end - start >= suffix.length() && value.startsWith(suffix, end - suffix.length());
    }

    /** Cuts the part before the first occurrence of a character, if there is one. */
    void cutAt(char c) {
        int found = start;
        while (found < end && value.charAt(found) != c) {
            found++;
        }
        end = trimmedEnd(value, start, found);
    }

    private int separatorFrom(int from) {
        int i = from;
        while (i < value.length() && value.charAt(i) != separator && value.charAt(i) != otherSeparator) {
            i++;
        }
        return i;
    }

    private static int trimmedStart(String value, int from, int to) {
        int start = from;
        while (start < to && isWhiteSpace(value.charAt(start))) {
            start++;
        }
        return start;
    }

    private static int trimmedEnd(String value, int from, int to) {
        int end = to;
        while (end > from && isWhiteSpace(value.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private static boolean isWhiteSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
