package com.authgear.headers.attacksuite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The first table of {@code docs/attacks.md}. */
final class AttackPage {
    static final Path ROOT = Path.of("../..");

    private static final Pattern CODE = Pattern.compile("`([a-z_]+)`");
    private static final Pattern TEST_CLASS = Pattern.compile("`(\\w+Tests)`");

    private AttackPage() {}

    static List<Line> lines() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/attacks.md"));
        String table = page.substring(0, page.indexOf("## What no backend can see"));
        return table.lines()
                .filter(line -> line.matches("\\| [A-H]\\d\\d .*"))
                .map(line -> new Line(List.of(line.split(" *\\| *", -1))))
                .toList();
    }

    /**
     * One kind of attack.
     *
     * @param cells its columns, from the second on
     */
    record Line(List<String> cells) {
        String id() {
            return cells.get(1);
        }

        Stream<String> codes() {
            return found(CODE, cells.get(4));
        }

        Stream<String> testClasses() {
            return found(TEST_CLASS, cells.get(5));
        }

        private static Stream<String> found(Pattern pattern, String text) {
            return pattern.matcher(text).results().map((MatchResult result) -> result.group(1));
        }
    }
}
