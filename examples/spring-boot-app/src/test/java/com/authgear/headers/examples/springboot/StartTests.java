package com.authgear.headers.examples.springboot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.examples.front.Deployment;
import com.authgear.headers.harness.PortInUseException;
import com.authgear.headers.harness.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class StartTests {
    private static final Path CONFIGURATION = Path.of("../proxies/nginx");
    private static final String SECRET = System.getenv(Backend.SECRET_VARIABLE);

    @Test
    void portInUseIsSaidWithTheVariableThatChangesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> SpringBackend.start(new Ports(0, taken.getLocalPort(), 0)))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining("BACKEND_PORT=<port>");
        }
    }

    @Test
    void welcomeNamesTheAddresses() throws IOException {
        try (Deployment deployment =
                new Deployment(Optional.empty(), CONFIGURATION, Ports.ANY, SpringBackend::start, SECRET)) {
            assertThat(new Welcome(deployment).text())
                    .contains("http://127.0.0.1:" + deployment.front().port() + "/api/me")
                    .contains("http://127.0.0.1:" + deployment.backend().port() + "/api/me")
                    .containsPattern("(?s)(curl -i.*){7}")
                    .doesNotContain("{");
        }
    }

    @Test
    void applicationListensOnNoOtherAddress() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.equals(InetAddress.getLoopbackAddress()))
                .toList();
        try (Backend backend = SpringBackend.start(Ports.ANY)) {
            assertThat(others)
                    .allSatisfy(address -> assertThatThrownBy(() -> new Socket(address, backend.port()).close())
                            .isInstanceOf(IOException.class));
        }
    }
}
