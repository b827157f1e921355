package com.authgear.headers.defences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One piece of code that stops an attack.
 *
 * @param name what it does
 * @param file where it is
 * @param code the code as it stands, once in that file
 * @param without the code that lacks the defence, and nothing else
 * @param suite the module whose attacks fail without it
 */
record Defence(String name, SourceFile file, String code, String without, Suite suite) {
    /** The same, attacked by another module than the others of its file. */
    Defence on(Suite other) {
        return new Defence(name, file, code, without, other);
    }

    /** Whether a word of the command line chooses it. */
    boolean matches(String word) {
        return name.contains(word);
    }

    /** Deletes it from a copy of the project. */
    void deleteFrom(Path project) throws IOException {
        Path source = project.resolve(file.path());
        Files.writeString(source, deleted(Files.readString(source)));
    }

    /** The text without it. */
    String deleted(String text) {
        int start = text.indexOf(code);
        if (start < 0 || text.indexOf(code, start + 1) >= 0) {
            throw new IllegalStateException("the code of \"" + name + "\" must stand once in " + file.path());
        }
        return text.substring(0, start) + without + text.substring(start + code.length());
    }
}
