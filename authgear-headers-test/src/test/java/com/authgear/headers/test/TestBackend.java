package com.authgear.headers.test;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.HeaderSource;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.RefusedHeadersException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/** A server of a few lines, protected by the library or not: one request a connection, and an answer without a body. */
final class TestBackend implements AutoCloseable {
    static final String SECRET = "0123456789abcdef0123456789abcdef";

    /** The first line of each request. */
    final Queue<String> requests = new ConcurrentLinkedQueue<>();

    /** The header lines of all of them. */
    final Queue<String> headers = new ConcurrentLinkedQueue<>();

    private final ServerSocket server;

    private TestBackend(Function<Map<String, List<String>>, String> answer) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(() -> serve(answer), "test-backend");
        thread.setDaemon(true);
        thread.start();
    }

    /** As an adapter does it. */
    static TestBackend careful() {
        return of(AuthgearAuthenticator.builder(ProxyTrust.sharedSecret(SECRET)).build(), 401);
    }

    static TestBackend of(AuthgearAuthenticator authenticator, int refusal) {
        return new TestBackend(headers -> status(user(authenticator, headers)
                .map(user -> user.roles().contains("admin") ? 204 : 200)
                .orElse(refusal)));
    }

    /** Reads the header by itself, as long as there is a secret. */
    static TestBackend careless() {
        return new TestBackend(headers -> {
            boolean proved = headers.getOrDefault("x-proxy-secret", List.of()).contains(SECRET);
            return status(proved && headers.containsKey("X-Authgear-User-Id") ? 200 : 401);
        });
    }

    static TestBackend answering(String bytes) {
        return new TestBackend(headers -> bytes);
    }

    static String status(int status) {
        return "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    }

    URI uri(String target) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + target);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(Function<Map<String, List<String>>, String> answer) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                String bytes = answer.apply(headers(socket));
                socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // Closed, by this side or the other.
            }
        }
    }

    private Map<String, List<String>> headers(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        requests.add(in.readLine());
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
            headers.add(line);
            String[] field = line.split(": ", 2);
            fields.computeIfAbsent(field[0], name -> new ArrayList<>()).add(field[1]);
        }
        return fields;
    }

    private static Optional<AuthgearPrincipal> user(
            AuthgearAuthenticator authenticator, Map<String, List<String>> headers) {
        try {
            return authenticator
                    .authenticate(HeaderSource.of(headers), Optional::empty)
                    .authenticatedPrincipal();
        } catch (RefusedHeadersException refused) {
            return Optional.empty();
        }
    }
}
