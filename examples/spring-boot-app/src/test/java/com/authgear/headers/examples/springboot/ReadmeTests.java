package com.authgear.headers.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.examples.front.Deployment;
import com.authgear.headers.harness.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every block of this example's README is a piece of a file that is used. */
final class ReadmeTests {
    private static final Path README = Path.of("README.md");

    @Test
    void blocksStandInTheApplication() throws IOException {
        assertStandsIn("yaml", "src/main/resources/application.yml");
        assertStandsIn("java", "src/main/java/com/authgear/headers/examples/springboot/app/ApiController.java");
    }

    @Test
    void numberOfRowsIsTheNumberOfRows() throws IOException {
        try (Deployment deployment = new Deployment(
                Optional.empty(),
                Path.of("../proxies/nginx"),
                Ports.ANY,
                SpringBackend::start,
                System.getenv(Backend.SECRET_VARIABLE))) {
            assertThat(Files.readString(README))
                    .contains("a table of " + ExampleRows.of(deployment).size() + " rows");
        }
    }

    @Test
    void scriptIsExecutable() {
        assertThat(Path.of("run")).isExecutable();
    }

    private static void assertStandsIn(String language, String file) throws IOException {
        String text = bare(Files.readString(Path.of(file)));
        assertThat(Pattern.compile("(?s)```" + language + "\n(.*?)```")
                        .matcher(Files.readString(README))
                        .results()
                        .map(block -> block.group(1)))
                .isNotEmpty()
                .allSatisfy(block -> assertThat(text).contains(bare(block)));
    }

    /** Indentation and blank lines aside. */
    private static String bare(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
