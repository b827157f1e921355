package com.authgear.headers.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of Markdown.
 *
 * @param file where it is
 * @param text all of it
 */
record Page(Path file, String text) {
    static final Path ROOT = Path.of("..");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w*)\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LEFT_BY_BUILDS = Pattern.compile("/(target|\\.git)/");

    static Page read(String path) {
        return read(ROOT.resolve(path));
    }

    static Page read(Path file) {
        return new Page(file, text(file));
    }

    /** The README and the pages of docs. */
    static Stream<Page> all() {
        return Stream.concat(Stream.of(read("README.md")), files("docs", ".md").map(Page::read));
    }

    /** The files of a folder of the repository and of those below. */
    static Stream<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files
                    .filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !LEFT_BY_BUILDS.matcher(file.toString()).find())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts between backticks. */
    static List<String> code(String text) {
        return CODE.matcher(text).results().map(code -> code.group(1)).toList();
    }

    List<Block> blocks() {
        return BLOCK.matcher(text)
                .results()
                .map(block -> new Block(block.group(1), block.group(2)))
                .toList();
    }

    /** Targets of links, as written. */
    List<String> links() {
        return LINK.matcher(prose()).results().map(link -> link.group(1)).toList();
    }

    /** The anchor that GitHub makes of a heading. */
    Set<String> anchors() {
        Map<String, Integer> seen = new HashMap<>();
        Set<String> anchors = new HashSet<>();
        HEADING.matcher(prose())
                .results()
                .map(heading -> slug(heading.group(1)))
                .forEach(slug -> {
                    int number = seen.merge(slug, 1, Integer::sum) - 1;
                    anchors.add(number == 0 ? slug : slug + "-" + number);
                });
        return anchors;
    }

    /** The rows of the table with this first cell in its head. */
    List<List<String>> table(String head) {
        return text.lines()
                .dropWhile(line -> !line.startsWith("| " + head + " |"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> Stream.of(line.substring(1).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    @Override
    public String toString() {
        return file.toString();
    }

    private String prose() {
        return BLOCK.matcher(text).replaceAll("");
    }

    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    /**
     * A fenced block.
     *
     * @param language the empty name for none
     * @param text what it shows
     */
    record Block(String language, String text) {}
}
