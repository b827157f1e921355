package com.authgear.headers.defences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the committed project, in a folder of its own that is deleted at the end. */
record Checkout(Path project) implements AutoCloseable {
    static Checkout of(Path origin) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("authgear-defences");
        Command.run(origin, "git", "clone", "-q", "--depth", "1", "file://" + origin.toRealPath(), folder.toString());
        return new Checkout(folder);
    }

    /** Returns the rows that fail without the defence, and restores it. */
    List<String> failuresWithout(Defence defence) throws IOException, InterruptedException {
        defence.deleteFrom(project);
        try {
            return defence.suite().failures(project);
        } finally {
            Command.run(project, "git", "checkout", "-q", "--", ".");
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(project)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
