package com.authgear.headers.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ReadmesTests {
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("."), 2)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyRelativeLinkLeadsSomewhere(Path page) throws IOException {
        assertThat(LINK.matcher(Files.readString(page)).results().map(link -> page.resolveSibling(link.group(1))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void everyRecipeHasAPageAndARowInTheTable() throws IOException {
        String table = Files.readString(Path.of("README.md"));
        try (Stream<Path> folders = Files.list(Path.of("."))) {
            List<Path> recipes = folders.filter(Files::isDirectory)
                    .filter(folder -> !List.of("src", "target")
                            .contains(folder.getFileName().toString()))
                    .toList();
            assertThat(recipes).hasSize(9).allSatisfy(recipe -> {
                assertThat(recipe.resolve("README.md")).exists();
                assertThat(table).contains("](" + recipe.getFileName() + ")");
            });
        }
    }

    @Test
    void everyFileOfNginxIsExplained() throws IOException {
        String page = Files.readString(Path.of("nginx/README.md"));
        try (Stream<Path> files = Files.list(Path.of("nginx"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".conf")))
                    .hasSize(12)
                    .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
        }
    }
}
