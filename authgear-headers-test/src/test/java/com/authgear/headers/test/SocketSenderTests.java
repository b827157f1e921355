package com.authgear.headers.test;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests are sent byte for byte, and answers are read as HTTP/1.1 frames them. */
final class SocketSenderTests {
    @Test
    void linesAreSentAsTheyAre() throws IOException {
        try (TestBackend backend = TestBackend.answering(TestBackend.status(204))) {
            URI uri = backend.uri("/a%20b?c=%20");
            assertThat(send(uri, List.of(Map.entry("X-One", "1"), Map.entry("x-one", "2")))
                            .status())
                    .isEqualTo(204);
            assertThat(backend.requests).containsExactly("GET /a%20b?c=%20 HTTP/1.1");
            assertThat(backend.headers).containsExactly("Host: " + uri.getAuthority(), "X-One: 1", "x-one: 2");
        }
    }

    @Test
    void connectionHeaderOfTheCallerIsSent() throws IOException {
        try (TestBackend backend = TestBackend.answering(TestBackend.status(401))) {
            URI uri = URI.create(backend.uri("").toString().replace("http:", "HTTP:"));
            assertThat(send(uri, List.of(Map.entry("connection", "close, x-name")))
                            .status())
                    .isEqualTo(401);
            assertThat(backend.requests).containsExactly("GET / HTTP/1.1");
            assertThat(backend.headers).containsExactly("Host: " + uri.getAuthority(), "connection: close, x-name");
        }
    }

    @Test
    void portOfTheAddressIsUsed() {
        assertThat(new SocketSender(URI.create("http://localhost")).port()).isEqualTo(80);
        assertThat(new SocketSender(URI.create("http://localhost:0")).port()).isZero();
        assertThat(new SocketSender(URI.create("http://localhost:8080/me")).port())
                .isEqualTo(8080);
    }

    @Test
    void silentServerEndsInATimeout() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            assertThatThrownBy(() -> new SocketSender(uri, 50).send("GET", List.of()))
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
        assertThat(answerOf("HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n")).hasMessageContaining("no number");
        assertThat(answerOf("HTTP/1.1 204\r\n")).as("nothing").isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello and more",
                "HTTP/1.1 200 OK\r\ntransfer-encoding: Chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n",
                "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.0 200\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello"
            })
    void bodyIsReadByItsFraming(String bytes) throws IOException {
        try (TestBackend backend = TestBackend.answering(bytes)) {
            ForgeryCheck.Answer answer = send(backend.uri("/"), List.of());
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("hello");
        }
    }

    @Test
    void connectionIsKeptUntilTheServerClosesIt() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SocketSender sender = new SocketSender(URI.create("http://127.0.0.1:" + server.getLocalPort()))) {
            List<String> connections = Collections.synchronizedList(new ArrayList<>());
            Thread thread = new Thread(() -> answerTwice(server, connections), "two-each");
            thread.setDaemon(true);
            thread.start();
            for (int i = 0; i < 4; i++) {
                assertThat(sender.send("POST", List.of()).status()).isEqualTo(204);
            }
            assertThat(connections).containsExactly("first", "second", "first", "second");
        }
    }

    /** Then it closes the connection without saying so in an answer. */
    private static void answerTwice(ServerSocket server, List<String> connections) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
                for (String which : List.of("first", "second")) {
                    while (!in.readLine().isEmpty()) {}
                    connections.add(which);
                    socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(US_ASCII));
                }
            } catch (IOException e) {
                // Closed, by this side or the other.
            }
        }
    }

    private static ForgeryCheck.Answer send(URI uri, List<Map.Entry<String, String>> headers) throws IOException {
        try (SocketSender sender = new SocketSender(uri)) {
            return sender.send("GET", headers);
        }
    }

    private static @Nullable Throwable answerOf(String bytes) {
        try (TestBackend backend = TestBackend.answering(bytes)) {
            return catchThrowable(() -> send(backend.uri("/"), List.of()));
        }
    }
}
