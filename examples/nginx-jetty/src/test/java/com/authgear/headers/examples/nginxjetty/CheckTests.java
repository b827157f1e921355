package com.authgear.headers.examples.nginxjetty;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.examples.front.EveryRow;
import com.authgear.headers.harness.ProxyOfThisMachine;
import com.authgear.headers.harness.ProxyProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The table of {@code run --check}. */
final class CheckTests {
    private final EveryRow everyRow = new EveryRow(Path.of("../proxies/nginx"), Main::start, ExampleRows::of);

    @Test
    void everyRowHoldsBehindTheEmbeddedFront() throws IOException {
        assertThat(everyRow.holdsBehind(Optional.empty())).contains("GET /me, nine headers forged", "0 failed");
    }

    @Test
    void everyRowHoldsBehindNginx() throws IOException {
        assertThat(everyRow.holdsBehind(Optional.of(ProxyOfThisMachine.orSkip(ProxyProgram.NGINX))))
                .contains("GET /me, nine headers forged", "0 failed");
    }
}
