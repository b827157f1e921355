package com.authgear.headers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** One secret, or two while it is being changed. Never printed. */
final class SharedSecrets {
    private static final int MIN_BYTES = 32;
    private static final int MAX_BYTES = 512;
    private static final int MAX_SECRETS = 2;
    private static final int MIN_DISTINCT = 6;
    private static final int MAX_PERIOD = 12;

    /** As in shells and Spring, Kubernetes and Helm, or a whole value in angle brackets, as in documentation. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[\\w.:-]+}|\\$\\(\\w+\\)|\\{\\{.*}}|^<.*>$");

    private static final String UNREPLACED = "holds a placeholder that was not replaced: set the variable to a secret";

    /** Required of every Java platform, see {@link Mac}. */
    private static final String HMAC = "HmacSHA256";

    private static final String MAKE_ONE = "; make one with: openssl rand -hex 32";

    private final List<byte[]> secrets;

    SharedSecrets(List<String> values) {
        if (values.isEmpty() || values.size() > MAX_SECRETS) {
            // White space inside a placeholder has split it into several values.
            throw refused(
                    isPlaceholder(String.join(" ", values))
                            ? UNREPLACED
                            : "must be given once, or twice while it is being changed; found " + values.size());
        }
        secrets = values.stream().map(SharedSecrets::bytes).toList();
    }

    static SharedSecrets ofFile(Path file) {
        try {
            return ofText(Files.readString(file), "the file " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("the shared secret file " + file + " cannot be read", e);
        }
    }

    static SharedSecrets ofVariable(String name, @Nullable String value) {
        return ofText(value == null ? "" : value, "the environment variable " + name);
    }

    private static SharedSecrets ofText(String text, String source) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    source + " holds no shared secret; put one there, or two separated by white space" + MAKE_ONE);
        }
        try {
            return new SharedSecrets(List.of(text.strip().split("\\s+")));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(source + ": " + e.getMessage(), e);
        }
    }

    int count() {
        return secrets.size();
    }

    List<byte[]> messageAuthenticationCodes(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        return secrets.stream().map(secret -> hmac(secret, bytes)).toList();
    }

    /** Why the lines of the secret header are not proof, or null if they are. */
    @Nullable
    UntrustedReason check(Iterator<String> lines) {
        if (!lines.hasNext()) {
            return UntrustedReason.SECRET_MISSING;
        }
        String line = lines.next();
        if (lines.hasNext()) {
            return UntrustedReason.SECRET_REPEATED;
        }
        return matches(line.getBytes(StandardCharsets.UTF_8)) ? null : UntrustedReason.SECRET_MISMATCH;
    }

    /**
     * Compares with every secret. The time depends only on the length of the candidate, which the client chose:
     * {@link MessageDigest#isEqual} walks its whole first argument.
     */
    private boolean matches(byte[] candidate) {
        boolean match = false;
        for (byte[] secret : secrets) {
            match |= MessageDigest.isEqual(candidate, secret);
        }
        return match;
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private static byte[] bytes(String secret) {
        String fault = fault(secret);
        if (fault != null) {
            throw refused(fault);
        }
        return secret.getBytes(StandardCharsets.US_ASCII);
    }

    /** What is wrong with a secret, without quoting it, or null. */
    private static @Nullable String fault(String secret) {
        if (isPlaceholder(secret)) {
            return UNREPLACED;
        }
        if (!secret.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            return "must be visible ASCII without blanks";
        }
        if (secret.length() < MIN_BYTES || secret.length() > MAX_BYTES) {
            return "must have " + MIN_BYTES + " to " + MAX_BYTES + " bytes";
        }
        if (secret.chars().distinct().count() < MIN_DISTINCT) {
            return "must have at least " + MIN_DISTINCT + " different characters";
        }
        if (repeats(secret)) {
            return "must not be a repetition of " + MAX_PERIOD + " or fewer characters";
        }
        return null;
    }

    private static IllegalArgumentException refused(String fault) {
        return new IllegalArgumentException("a shared secret " + fault + MAKE_ONE);
    }

    private static boolean isPlaceholder(String value) {
        return PLACEHOLDER.matcher(value).find();
    }

    /** Whether the secret repeats one short unit, the last repetition perhaps cut. */
    private static boolean repeats(String secret) {
        return IntStream.rangeClosed(1, MAX_PERIOD).anyMatch(period -> secret.startsWith(secret.substring(period)));
    }
}
