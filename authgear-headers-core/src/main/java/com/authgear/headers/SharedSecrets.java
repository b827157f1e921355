package com.authgear.headers;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One secret, or two while it is being changed. Never printed. */
final class SharedSecrets {
    private static final int MIN_BYTES = 32;
    private static final int MAX_BYTES = 512;
    private static final int MAX_SECRETS = 2;

    private final List<byte[]> secrets;

    SharedSecrets(List<String> values) {
        if (values.isEmpty() || values.size() > MAX_SECRETS) {
            throw new IllegalArgumentException(
                    "give one shared secret, or two while it is being changed; found " + values.size());
        }
        secrets = values.stream().map(SharedSecrets::bytes).toList();
    }

    int count() {
        return secrets.size();
    }

    /** Why the lines of the secret header do not prove anything, or null if they do. */
    @Nullable
    Distrust check(Iterator<String> lines) {
        if (!lines.hasNext()) {
            return Distrust.SECRET_MISSING;
        }
        String line = lines.next();
        if (lines.hasNext()) {
            return Distrust.SECRET_REPEATED;
        }
        return matches(line.getBytes(StandardCharsets.UTF_8)) ? null : Distrust.SECRET_MISMATCH;
    }

    /**
     * Compares with every secret and in full. The time taken depends on the length of the candidate, which is the
     * client's own, and on nothing else: {@link MessageDigest#isEqual} walks its first argument whatever the second.
     */
    private boolean matches(byte[] candidate) {
        boolean match = false;
        for (byte[] secret : secrets) {
            match |= MessageDigest.isEqual(candidate, secret);
        }
        return match;
    }

    private static byte[] bytes(String secret) {
        if (secret.contains("${")) {
            throw new IllegalArgumentException(
                    "a shared secret must not contain ${: a placeholder was not replaced; set the variable that it names");
        }
        if (!secret.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            throw new IllegalArgumentException("a shared secret must be visible ASCII without blanks; " + remedy());
        }
        if (secret.length() < MIN_BYTES || secret.length() > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a shared secret must have " + MIN_BYTES + " to " + MAX_BYTES + " bytes; " + remedy());
        }
        return secret.getBytes(StandardCharsets.US_ASCII);
    }

    private static String remedy() {
        return "make one with: openssl rand -hex 32";
    }
}
