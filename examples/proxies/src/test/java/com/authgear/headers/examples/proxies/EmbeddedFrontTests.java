package com.authgear.headers.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.examples.front.EmbeddedFront;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.resolverstub.ResolverStub;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EmbeddedFrontTests {
    /** Not even WebSocket, which this front does not offer. */
    @Test
    void noUpgradePasses() throws IOException {
        try (ResolverStub resolver = ResolverStub.builder().build().start();
                EchoBackend backend = new EchoBackend();
                EmbeddedFront front =
                        EmbeddedFront.start(new Ports(0, backend.port(), resolver.port()), "x".repeat(64))) {
            UpgradeTrial trial = UpgradeTrial.run(
                    RawClient.of(front.port()), backend, new UpgradeRequests(1), 300, List.of("/", "/health"));
            assertThat(trial.wrong()).isEmpty();
            assertThat(trial.webSockets()).isZero();
            assertThat(trial.others()).isGreaterThan(30);
        }
    }
}
