package com.authgear.headers.examples.nginxjetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table of {@code run --check}. */
final class CheckTests {
    @Test
    void everyRowHoldsBehindTheEmbeddedFront() throws IOException {
        assertEveryRowHolds(Optional.empty());
    }

    @Test
    void everyRowHoldsBehindNginx() throws IOException {
        assertEveryRowHolds(Optional.of(NginxOfThisMachine.orSkip()));
    }

    @Test
    void rowThatDoesNotHoldIsCounted() {
        Row wrong = new Row("a", "b", () -> new Row.Outcome(false, "c"));
        Row broken = new Row("a", "b", () -> {
            throw new IOException("no answer");
        });
        StringWriter printed = new StringWriter();
        assertThat(new Check(new PrintWriter(printed)).run(List.of(wrong, broken)))
                .isEqualTo(2);
        assertThat(printed.toString()).contains("FAIL", "no answer", "0 passed, 2 failed");
    }

    private static void assertEveryRowHolds(Optional<Path> nginx) throws IOException {
        StringWriter printed = new StringWriter();
        try (Deployment deployment =
                new Deployment(nginx, Path.of("nginx"), Ports.ANY, System.getenv(Backend.SECRET_VARIABLE))) {
            int failed = new Check(new PrintWriter(printed)).run(Rows.of(deployment));
            assertThat(failed).as(printed.toString()).isZero();
        }
        assertThat(printed.toString()).contains("GET /me, nine headers forged", "0 failed");
    }
}
