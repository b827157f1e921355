package com.authgear.headers;

/** Some ASCII characters, in a table: whether one is among them costs the same however many there are. Immutable. */
final class AsciiSet {
    private static final int SIZE = 0x80;

    private final boolean[] members = new boolean[SIZE];

    private AsciiSet(String characters) {
        characters.chars().forEach(c -> members[c] = true);
    }

    static AsciiSet of(String characters) {
        return new AsciiSet(characters);
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
