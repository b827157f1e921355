package com.authgear.headers;

import java.util.HashSet;
import java.util.Set;

/** The rule for secrets, checked on every part of a text. Slow, and independent of {@link SharedSecrets}. */
final class SecretReference {
    private SecretReference() {}

    static boolean isProper(String secret) {
        return secret.length() >= 32
                && secret.length() <= 512
                && isVisible(secret)
                && characters(secret).size() >= 6
                && !hasShortPeriod(secret)
                && !holdsPlaceholder(secret);
    }

    private static boolean isVisible(String secret) {
        for (int i = 0; i < secret.length(); i++) {
            if (secret.charAt(i) < '!' || secret.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static Set<Character> characters(String secret) {
        Set<Character> characters = new HashSet<>();
        for (int i = 0; i < secret.length(); i++) {
            characters.add(secret.charAt(i));
        }
        return characters;
    }

    private static boolean hasShortPeriod(String secret) {
        for (int length = 1; length <= 12; length++) {
            String unit = secret.substring(0, length);
            StringBuilder whole = new StringBuilder();
            while (whole.length() < secret.length()) {
                whole.append(unit);
            }
            whole.setLength(secret.length());
            if (whole.toString().equals(secret)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsPlaceholder(String secret) {
        for (int start = 0; start < secret.length(); start++) {
            for (int end = start + 3; end <= secret.length(); end++) {
                if (isPlaceholder(secret.substring(start, end))) {
                    return true;
                }
            }
        }
        return secret.startsWith("<") && secret.endsWith(">");
    }

    private static boolean isPlaceholder(String part) {
        return (between(part, "${", "}") && isWord(part.substring(2, part.length() - 1), ".:-"))
                || (between(part, "$(", ")") && isWord(part.substring(2, part.length() - 1), ""))
                || between(part, "{{", "}}");
    }

    private static boolean between(String part, String start, String end) {
        return part.length() >= start.length() + end.length() && part.startsWith(start) && part.endsWith(end);
    }

    private static boolean isWord(String part, String more) {
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
            if (!letter && more.indexOf(c) < 0) {
                return false;
            }
        }
        return !part.isEmpty();
    }
}
