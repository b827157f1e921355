package com.authgear.headers;

/** Comparison of field names by ASCII rules alone: no locale, no Unicode folding. */
final class FieldNames {
    private FieldNames() {}

    /** Compares without regard to ASCII case; {@code equals} comes first because it is fast. */
    static boolean equal(String a, String b) {
        return a.length() == b.length() && (a.equals(b) || prefixes(a, b));
    }

    /** As {@link #equal}, with every character except letters and digits read as a hyphen. */
    static boolean alike(String a, String b) {
        return a.length() == b.length() && startsLike(a, b);
    }

    /** Whether a name starts with a prefix if every character except letters and digits is read as a hyphen. */
    static boolean startsLike(String name, String prefix) {
        if (name.length() < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (hyphenated(name.charAt(i)) != hyphenated(prefix.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Whether a name consists of letters, digits and hyphens only. */
    static boolean isHyphenated(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && hyphenated(c) == '-') {
                return false;
            }
        }
        return true;
    }

    /** RFC 9110, section 5.6.2: {@code token}. */
    static boolean isToken(String name) {
        return !name.isEmpty() && name.chars().allMatch(FieldNames::isTokenChar);
    }

    private static boolean isTokenChar(int c) {
        return hyphenated((char) c) != '-' || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private static boolean prefixes(String a, String b) {
        for (int i = 0; i < a.length(); i++) {
            if (lower(a.charAt(i)) != lower(b.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static char hyphenated(char c) {
        char lower = lower(c);
        return (lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') ? lower : '-';
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
