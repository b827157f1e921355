package com.authgear.headers.examples.nginxjetty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.examples.front.Deployment;
import com.authgear.headers.harness.PortInUseException;
import com.authgear.headers.harness.Ports;
import com.authgear.headers.harness.ProxyOfThisMachine;
import com.authgear.headers.harness.ProxyProgram;
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
            assertThatThrownBy(() ->
                            new Deployment(Optional.empty(), Path.of("../proxies/nginx"), ports, Main::start, SECRET))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("port " + taken.getLocalPort())
                    .hasMessageContaining(variable + "=<port>");
        }
    }

    @Test
    void frontPortInUseIsSaidForNginxToo() throws IOException {
        Path nginx = ProxyOfThisMachine.orSkip(ProxyProgram.NGINX);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports ports = new Ports(taken.getLocalPort(), 0, 0);
            assertThatThrownBy(() ->
                            new Deployment(Optional.of(nginx), Path.of("../proxies/nginx"), ports, Main::start, SECRET))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("FRONT_PORT=<port>");
        }
    }

    @Test
    void welcomeNamesTheAddresses() throws IOException {
        try (Deployment deployment =
                new Deployment(Optional.empty(), Path.of("../proxies/nginx"), Ports.ANY, Main::start, SECRET)) {
            assertThat(new Welcome(deployment).text())
                    .contains("http://127.0.0.1:" + deployment.front().port() + "/me")
                    .contains("http://127.0.0.1:" + deployment.backend().port() + "/me")
                    .containsPattern("(?s)(curl -i.*){5}")
                    .doesNotContain("{");
        }
    }
}
