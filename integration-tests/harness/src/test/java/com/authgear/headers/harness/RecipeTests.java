package com.authgear.headers.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecipeTests {
    private static final String PLACES = "127.0.0.1:8080 127.0.0.1:8081 127.0.0.1:8082 \"openssl rand -hex 32\"\n";

    @TempDir
    private Path first = Path.of("");

    @TempDir
    private Path second = Path.of("");

    @TempDir
    private Path target = Path.of("");

    @BeforeEach
    void writePlaces() throws IOException {
        Files.writeString(first.resolve("a.conf"), PLACES);
    }

    @Test
    void replacementIsNotReplacedAgain() throws IOException {
        Recipe.of(first, new Ports(8081, 8082, 8080), "a$1\"secret").fill(target);
        assertThat(target.resolve("a.conf"))
                .hasContent("127.0.0.1:8081 127.0.0.1:8082 127.0.0.1:8080 \"a$1\"secret\"\n");
    }

    @Test
    void aPlaceThatNoFileHasIsAnError() {
        Recipe recipe = Recipe.of(first, new Ports(1, 2, 3), "secret").with("# include x;", "include x;");
        assertThatIllegalStateException().isThrownBy(() -> recipe.fill(target)).withMessageContaining("# include x;");
    }

    @Test
    void theLaterFolderWinsAndTheLongerPlaceToo() throws IOException {
        Files.writeString(first.resolve("b.conf"), "first");
        Files.writeString(second.resolve("b.conf"), "# on; # on;off;");
        Recipe.of(first, new Ports(1, 2, 3), "secret")
                .and(second)
                .with("# on;", "on;")
                .with("# on;off;", "both;")
                .fill(target);
        assertThat(target.resolve("b.conf")).hasContent("on; both;");
    }
}
