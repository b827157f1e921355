package com.authgear.headers;

/** A set of ASCII characters as a table: a look-up costs the same for any number of members. Immutable. */
final class AsciiSet {
    private static final int SIZE = 0x80;

    private final boolean[] members = new boolean[SIZE];

    AsciiSet(String characters) {
        characters.chars().forEach(c -> members[c] = true);
    }

    boolean contains(char c) {
        return c < SIZE && members[c];
    }

    boolean containsAll(String s) {
        for (int i = 0; i < s.length(); i++) {
            if (!contains(s.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
