package com.authgear.headers.examples.nginxjetty;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.examples.front.Check;
import com.authgear.headers.examples.front.Deployment;
import com.authgear.headers.examples.front.NginxOfThisMachine;
import com.authgear.headers.examples.front.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table of {@code run --check}. */
final class CheckTests {
    private static final String SECRET = System.getenv(Backend.SECRET_VARIABLE);

    @Test
    void everyRowHoldsBehindTheEmbeddedFront() throws IOException {
        assertEveryRowHolds(Optional.empty());
    }

    @Test
    void everyRowHoldsBehindNginx() throws IOException {
        assertEveryRowHolds(Optional.of(NginxOfThisMachine.orSkip()));
    }

    private static void assertEveryRowHolds(Optional<Path> nginx) throws IOException {
        StringWriter printed = new StringWriter();
        try (Deployment deployment = new Deployment(nginx, Path.of("nginx"), Ports.ANY, JettyBackend::start, SECRET)) {
            int failed = new Check(new PrintWriter(printed)).run(Rows.of(deployment));
            assertThat(failed).as(printed.toString()).isZero();
        }
        assertThat(printed.toString()).contains("GET /me, nine headers forged", "0 failed");
    }
}
