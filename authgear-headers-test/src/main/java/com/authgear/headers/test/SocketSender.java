package com.authgear.headers.test;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over a socket byte for byte: HTTP clients refuse the caller's {@code Connection} header, and may
 * change the spelling of names. Keeps the connection, which shows an identity that the application remembers with it.
 * Not thread-safe.
 */
final class SocketSender implements ForgeryCheck.Sender, AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int DEFAULT_PORT = 80;
    private static final List<String> WITHOUT_BODY = List.of("GET", "HEAD");

    private final URI uri;
    private final int timeoutMillis;
    private @Nullable Connection kept;

    SocketSender(URI uri) {
        this(uri, TIMEOUT_MILLIS);
    }

    SocketSender(URI uri, int timeoutMillis) {
        if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("an address that starts with http:// is needed");
        }
        this.uri = uri;
        this.timeoutMillis = timeoutMillis;
    }

    @Override
    public ForgeryCheck.Answer send(String method, List<Map.Entry<String, String>> headers) throws IOException {
        HttpAnswer answer = exchange(method, request(method, headers));
        return new ForgeryCheck.Answer(answer.status(), answer.body(), answer.cookies());
    }

    @Override
    public void close() {
        Connection connection = kept;
        kept = null;
        if (connection != null) {
            connection.close();
        }
    }

    int port() {
        return uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort();
    }

    /** Uses the last connection, unless the server has closed it. */
    private HttpAnswer exchange(String method, byte[] request) throws IOException {
        Connection connection = kept;
        if (connection != null) {
            try {
                return exchange(connection, method, request);
            } catch (IOException closed) {
                close();
            }
        }
        return exchange(connect(), method, request);
    }

    private HttpAnswer exchange(Connection connection, String method, byte[] request) throws IOException {
        kept = connection;
        connection.socket().getOutputStream().write(request);
        HttpAnswer answer = HttpAnswer.read(connection.in(), method);
        if (!answer.keepsConnection()) {
            close();
        }
        return answer;
    }

    private Connection connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSoTimeout(timeoutMillis);
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(uri.getHost(), port()), timeoutMillis);
            return new Connection(socket, new BufferedInputStream(socket.getInputStream()));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private byte[] request(String method, List<Map.Entry<String, String>> headers) {
        List<Map.Entry<String, String>> lines = new ArrayList<>(List.of(Map.entry("Host", uri.getRawAuthority())));
        lines.addAll(headers);
        if (!WITHOUT_BODY.contains(method)) {
            lines.add(Map.entry("Content-Length", "0"));
        }
        String text = lines.stream()
                .map(line -> line.getKey() + ": " + line.getValue() + "\r\n")
                .collect(Collectors.joining("", method + " " + target() + " HTTP/1.1\r\n", "\r\n"));
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private String target() {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private record Connection(Socket socket, InputStream in) {
        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
