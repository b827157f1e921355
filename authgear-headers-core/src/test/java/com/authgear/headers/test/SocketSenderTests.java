package com.authgear.headers.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Byte for byte. */
final class SocketSenderTests {
    @Test
    void linesAreSentAsTheyAre() throws IOException {
        try (TestBackend backend = TestBackend.answering(TestBackend.status(204))) {
            URI uri = backend.uri("/a%20b?c=%20");
            assertThat(new SocketSender(uri).status(List.of(Map.entry("X-One", "1"), Map.entry("x-one", "2"))))
                    .isEqualTo(204);
            assertThat(backend.requests).containsExactly("GET /a%20b?c=%20 HTTP/1.1");
            assertThat(backend.headers)
                    .containsExactly("Host: " + uri.getAuthority(), "X-One: 1", "x-one: 2", "Connection: close");
        }
    }

    @Test
    void connectionHeaderOfTheCallerIsTheOnlyOne() throws IOException {
        try (TestBackend backend = TestBackend.answering(TestBackend.status(401))) {
            URI uri = URI.create(backend.uri("").toString().replace("http:", "HTTP:"));
            assertThat(new SocketSender(uri).status(List.of(Map.entry("connection", "close, x-name"))))
                    .isEqualTo(401);
            assertThat(backend.requests).containsExactly("GET / HTTP/1.1");
            assertThat(backend.headers).containsExactly("Host: " + uri.getAuthority(), "connection: close, x-name");
        }
    }

    @Test
    void portIsThatOfTheAddress() {
        assertThat(new SocketSender(URI.create("http://localhost")).port()).isEqualTo(80);
        assertThat(new SocketSender(URI.create("http://localhost:0")).port()).isZero();
        assertThat(new SocketSender(URI.create("http://localhost:8080/me")).port())
                .isEqualTo(8080);
    }

    @Test
    void patienceEnds() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            assertThatThrownBy(() -> new SocketSender(uri, 50).status(List.of()))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost/", "ftp://localhost/", "/me", "http:me", "https:me"})
    void addressMustBeHttp(String address) {
        assertThatThrownBy(() -> new SocketSender(URI.create(address))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void answerMustBeHttp() {
        assertThat(answerOf("")).hasMessageContaining("closed the connection");
        assertThat(answerOf("SSH-2.0\r\n")).hasMessageContaining("not HTTP/1.1");
        assertThat(answerOf("HTTP/1.1 204\r\n")).as("nothing").isNull();
    }

    private static @Nullable Throwable answerOf(String bytes) {
        try (TestBackend backend = TestBackend.answering(bytes)) {
            SocketSender sender = new SocketSender(backend.uri("/"));
            return catchThrowable(() -> sender.status(List.of()));
        }
    }
}
