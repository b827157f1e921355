package com.authgear.headers.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RecipeReadmeTests {
    @Test
    void everyRecipeHasAPageAndARowInTheTable() throws IOException {
        String table = Files.readString(Path.of("../../docs/proxies.md"));
        try (Stream<Path> folders = Files.list(Path.of("."))) {
            List<Path> recipes = folders.filter(Files::isDirectory)
                    .filter(folder -> !List.of("src", "target")
                            .contains(folder.getFileName().toString()))
                    .toList();
            assertThat(recipes).hasSize(9).allSatisfy(recipe -> {
                assertThat(recipe.resolve("README.md")).exists();
                assertThat(table).contains("](../examples/proxies/" + recipe.getFileName() + ")");
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
