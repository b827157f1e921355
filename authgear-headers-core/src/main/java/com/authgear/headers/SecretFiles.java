package com.authgear.headers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where secrets come from when not from code: the current one and, while it is being changed, the other. */
final class SecretFiles {
    private SecretFiles() {}

    static List<String> read(Path file) {
        try {
            return words(Files.readString(file), "the file " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("the shared secret file " + file + " cannot be read", e);
        }
    }

    static List<String> read(String variable, @Nullable String value) {
        return words(value == null ? "" : value, "the environment variable " + variable);
    }

    private static List<String> words(String text, String where) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(
                    where + " holds no shared secret; put one there, or two separated by white space; make one with:"
                            + " openssl rand -hex 32");
        }
        return List.of(text.strip().split("\\s+"));
    }
}
