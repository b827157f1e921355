package com.authgear.headers.examples.nginxjetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StartTests {
    private static final String SECRET = System.getenv(Backend.SECRET_VARIABLE);

    @ParameterizedTest
    @ValueSource(strings = {"FRONT_PORT", "BACKEND_PORT", "RESOLVER_PORT"})
    void portInUseIsSaidWithTheVariableThatChangesIt(String variable) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = Ports.of(Map.of(variable, Integer.toString(taken.getLocalPort())), Ports.ANY);
            assertThatThrownBy(() -> new Deployment(Optional.empty(), Path.of("nginx"), ports, SECRET))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining(variable + "=<port>");
        }
    }

    @Test
    void frontPortInUseIsSaidForNginxToo() throws IOException {
        Path nginx = NginxOfThisMachine.orSkip();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(taken.getLocalPort(), 0, 0);
            assertThatThrownBy(() -> new Deployment(Optional.of(nginx), Path.of("nginx"), ports, SECRET))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("FRONT_PORT=<port>");
        }
    }

    @Test
    void portsComeFromTheEnvironment() {
        Ports defaults = new Ports(1, 2, 3);
        assertThat(Ports.of(Map.of("BACKEND_PORT", "9", "FRONT_PORT", ""), defaults))
                .isEqualTo(new Ports(1, 9, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "65536", "123456", " 1"})
    void whatIsNoPortIsRefusedByName(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ports.of(Map.of("FRONT_PORT", value), Ports.ANY))
                .withMessageContaining("FRONT_PORT");
    }

    @Test
    void welcomeNamesTheAddresses() throws IOException {
        try (Deployment deployment = new Deployment(Optional.empty(), Path.of("nginx"), Ports.ANY, SECRET)) {
            assertThat(new Welcome(deployment).text())
                    .contains("http://127.0.0.1:" + deployment.front().port() + "/me")
                    .contains("http://127.0.0.1:" + deployment.backend().port() + "/me")
                    .containsPattern("(?s)(curl -i.*){5}")
                    .doesNotContain("{");
        }
    }
}
