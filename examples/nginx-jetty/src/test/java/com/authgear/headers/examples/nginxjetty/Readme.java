package com.authgear.headers.examples.nginxjetty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The README at the top, cut into its fenced blocks. */
record Readme(String text) {
    static Readme read() throws IOException {
        return new Readme(Files.readString(Path.of("../../README.md")));
    }

    /** The blocks of a language, the empty name for none. */
    List<String> blocks(String language) {
        String[] parts = text.split("(?m)^```", -1);
        return IntStream.range(0, parts.length)
                .filter(i -> i % 2 == 1 && parts[i].startsWith(language + "\n"))
                .mapToObj(i -> parts[i].substring(language.length() + 1))
                .toList();
    }

    /** Indentation and blank lines aside, for comparing with a file. */
    static String bare(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
