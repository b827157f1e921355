package com.authgear.headers.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.ProxyOfThisMachine;
import com.authgear.headers.harness.ProxyProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The whole of it. How much is a property: little in every build, much in profile soak. */
final class SoakTests {
    private static final Path CONFIGURATION = Path.of("../../examples/nginx-jetty/nginx");

    private static final Path LOG = Path.of("target/soak.log");
    private static final int MOST_LINES = 1_000;

    @Test
    void everyAnswerIsForItsOwnRequestAndUser() throws IOException, InterruptedException {
        Path nginx = ProxyOfThisMachine.orSkip(ProxyProgram.NGINX);
        SoakOptions options = new SoakOptions(number("soak.requests"), (int) number("soak.connections"), seed());
        System.out.println("The same requests again: -Dsoak.seed=" + options.seed());
        SoakResult result = Soak.run(options, nginx, CONFIGURATION);
        System.out.println(new Report(result).text());
        assertThat(result.failures()).isEmpty();
        assertThat(Files.readAllLines(LOG, StandardCharsets.ISO_8859_1))
                .as("what clients bring about fills no disk")
                .noneMatch(line -> line.contains("[SEVERE]"))
                .hasSizeLessThan(MOST_LINES);
    }

    private static long number(String property) {
        return Objects.requireNonNull(Long.getLong(property), property);
    }

    private static long seed() {
        String seed = System.getProperty("soak.seed", "");
        return seed.isEmpty() ? System.nanoTime() : Long.parseLong(seed);
    }
}
