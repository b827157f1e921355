package com.authgear.headers;

/** A walk over the trimmed parts of a value that are not empty. Only asking for a part's text makes a string of it. */
final class Parts {
    private final String value;
    private final char separator;
    private final char otherSeparator;
    /** Where the part begins and ends, white space around it aside. */
    private int start;

    private int end;
    /** Where its separator stands. */
    private int limit = -1;

    Parts(String value, char separator) {
        this(value, separator, separator);
    }

    Parts(String value, char separator, char otherSeparator) {
        this.value = value;
        this.separator = separator;
        this.otherSeparator = otherSeparator;
    }

    /** Goes to the next part, if there is one. Behind the end of the value another round would find none. */
    boolean next() {
        do {
            start = Values.trimmedStart(value, limit + 1, value.length());
            limit = separatorFrom(start);
        } while (start == limit && limit < value.length());
        end = Values.trimmedEnd(value, start, limit);
        return start < end;
    }

    /** How many parts are still to come; there is none after that. */
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

    /** Shortens the part to what stands before a character, if that is in it; never looks beyond the part. */
    void cutAt(char c) {
        int found = start;
        while (found < end && value.charAt(found) != c) {
            found++;
        }
        end = Values.trimmedEnd(value, start, found);
    }

    boolean endsWith(String suffix) {
        return end - start >= suffix.length() && value.startsWith(suffix, end - suffix.length());
    }

    private int separatorFrom(int from) {
        int i = from;
        while (i < value.length() && value.charAt(i) != separator && value.charAt(i) != otherSeparator) {
            i++;
        }
        return i;
    }
}
