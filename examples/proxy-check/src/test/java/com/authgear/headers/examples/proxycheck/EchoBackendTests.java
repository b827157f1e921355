package com.authgear.headers.examples.proxycheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.eclipse.jetty.http.HttpField;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

final class EchoBackendTests {
    @AutoClose
    private final EchoBackend backend;

    private final RawClient client;

    EchoBackendTests() throws IOException {
        backend = EchoBackend.start(0);
        client = RawClient.of(backend.port());
    }

    @Test
    void everyArrivalIsRecorded() throws IOException {
        String nonce = backend.expect();
        RawRequest request = RawRequest.of("PUT", "/a%0d%0ab?c=%zz", "x-Odd: 1", "X-ODD: 2", "x_odd.3:  3 ")
                .with(EchoBackend.NONCE + ": " + nonce)
                .withBody("body");
        assertThat(client.send(request).status()).isEqualTo(200);
        Arrival arrival = backend.arrivals(nonce).get(0);
        assertThat(arrival.method() + " " + arrival.target() + " " + arrival.body())
                .isEqualTo("PUT /a%0d%0ab?c=%zz body");
        assertThat(arrival.headers().stream().map(HttpField::toString)).contains("x-Odd: 1", "X-ODD: 2", "x_odd.3: 3");
        assertThat(backend.arrivals(nonce)).as("forgotten").isEmpty();
        assertThat(backend.strangers()).isZero();
    }

    @Test
    void requestThatJettyRefusesIsRecorded() throws IOException {
        String nonce = backend.expect();
        RawRequest request = RawRequest.get("/", "Upgrade: websocket", EchoBackend.NONCE + ": " + nonce);
        assertThat(client.send(request.with("x-authgear-user-id: bob")).status())
                .isEqualTo(400);
        assertThat(backend.arrivals(nonce))
                .singleElement()
                .satisfies(arrival -> assertThat(arrival.identity()).hasToString("user-id=bob"));
    }

    @Test
    void aWebSocketIsGreetedAndRememberedOnce() throws IOException {
        String nonce = backend.expect();
        RawRequest request = RawRequest.get(
                        "/", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13")
                .with("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", EchoBackend.NONCE + ": " + nonce);
        try (Socket socket = client.connect()) {
            assertThat(client.exchange(socket, request).status()).isEqualTo(101);
            assertThat(socket.getInputStream().readNBytes(7))
                    .isEqualTo(new byte[] {(byte) 0x81, 5, 'h', 'e', 'l', 'l', 'o'});
        }
        assertThat(backend.arrivals(nonce)).hasSize(1);
    }

    @Test
    void requestsOfOthersAreOnlyCounted() throws IOException {
        String nonce = backend.expect();
        client.send(RawRequest.get("/"));
        client.send(RawRequest.get("/", EchoBackend.NONCE + ": check-of-another"));
        assertThat(backend.strangers()).isEqualTo(2);
        assertThat(backend.arrivals(nonce)).isEmpty();
    }

    @Test
    void itTellsWhoItSeesAndNoSecret() throws IOException {
        RawRequest request = RawRequest.get("/", "x-authgear-user-id: bob", "x-proxy-secret: abc");
        assertThat(client.send(request).body()).contains("user-id=bob").doesNotContain("abc");
    }

    @Test
    void aPortInUseIsSaidWithItsOption() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatIOException()
                    .isThrownBy(() -> EchoBackend.start(taken.getLocalPort()))
                    .withMessageContaining("--backend-port=<port>");
        }
    }
}
