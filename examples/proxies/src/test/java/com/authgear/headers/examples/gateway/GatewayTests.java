package com.authgear.headers.examples.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import com.authgear.headers.examples.proxies.Contract;
import com.authgear.headers.examples.proxies.Rig;
import com.authgear.headers.examples.proxies.UpgradeContract;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.resolverstub.Fault;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GatewayTests {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void keepsTheContract() throws IOException {
        Contract.isKeptBy(Gateway.rig(folder));
    }

    @Test
    void onlyWebSocketPasses() throws Exception {
        UpgradeContract.isKeptBy(Gateway.rig(folder));
    }

    @Test
    void whoCannotBeCheckedIsToldWhenToComeBack() throws IOException {
        try (Rig rig = Gateway.rig(folder)) {
            rig.resolver().fault(Fault.Simple.ERROR_TEXT);
            RawResponse response = rig.get("/", "Authorization: Bearer alice");
            assertThat(response.status()).isEqualTo(503);
            assertThat(response.headers("Retry-After")).containsExactly("5");
        }
    }

    @Test
    void doesNotStartWithThePlaceholderOfTheSecret() {
        assertThatException()
                .isThrownBy(() -> Gateway.start(folder, Ports.ANY, "openssl rand -hex 32"))
                .havingRootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .withMessageContaining("secret");
    }
}
