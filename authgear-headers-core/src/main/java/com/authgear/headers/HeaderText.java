package com.authgear.headers;

/**
 * Walks over the parts of a header's value that are not empty, each without the white space around it. Only {@link #text}
 * makes a string of a part. White space is blanks and tabs (RFC 9110, section 5.6.3).
 */
final class HeaderText {
    private final String value;
    private final char separator;
    private final char otherSeparator;
    /** Where the part begins and ends, without the white space around it. */
    private int start;

    private int end;
    /** Where the separator behind the part stands. */
    private int limit = -1;

    HeaderText(String value, char separator) {
        this(value, separator, separator);
    }

    HeaderText(String value, char separator, char otherSeparator) {
        this.value = value;
        this.separator = separator;
        this.otherSeparator = otherSeparator;
    }

    /** The value without the white space around it; the same object if there is none. */
    static String trim(String value) {
        int end = trimmedEnd(value, 0, value.length());
        return value.substring(trimmedStart(value, 0, end), end);
    }

    /** All parts as they stand, empty ones included; one more than there are separators. */
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

    /** Goes to the next part, if there is one. */
    boolean next() {
        do {
            start = trimmedStart(value, limit + 1, value.length());
            limit = separatorFrom(start);
        } while (start == limit && limit < value.length());
        end = trimmedEnd(value, start, limit);
        return start < end;
    }

    /** Goes through the parts still to come and counts them. */
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

    /** Shortens the part to what stands before a character, if the part contains it. */
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
