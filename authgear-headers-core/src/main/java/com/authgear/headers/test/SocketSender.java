package com.authgear.headers.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * GET requests over sockets of their own, since HTTP clients send no {@code Connection} header of the caller's, nor look
 * at how a name is written.
 */
record SocketSender(URI uri, int timeoutMillis) implements ForgeryCheck.Sender {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int DEFAULT_PORT = 80;

    SocketSender {
        if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
            throw new IllegalArgumentException("an address that starts with http:// is needed");
        }
    }

    SocketSender(URI uri) {
        this(uri, TIMEOUT_MILLIS);
    }

    @Override
    public int status(List<Map.Entry<String, String>> headers) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(timeoutMillis);
            socket.connect(new InetSocketAddress(uri.getHost(), port()), timeoutMillis);
            socket.getOutputStream().write(request(headers).getBytes(StandardCharsets.ISO_8859_1));
            return statusOf(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                            .readLine());
        }
    }

    int port() {
        return uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort();
    }

    private String request(List<Map.Entry<String, String>> headers) {
        StringBuilder request = new StringBuilder("GET " + target() + " HTTP/1.1\r\n");
        line(request, "Host", uri.getRawAuthority());
        headers.forEach(header -> line(request, header.getKey(), header.getValue()));
        if (headers.stream().noneMatch(header -> header.getKey().equalsIgnoreCase("Connection"))) {
            line(request, "Connection", "close");
        }
        return request.append("\r\n").toString();
    }

    private static void line(StringBuilder request, String name, String value) {
        request.append(name).append(": ").append(value).append("\r\n");
    }

    private String target() {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static int statusOf(@Nullable String line) throws IOException {
        if (line == null || !line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new IOException("the server closed the connection, or its answer is not HTTP/1.1");
        }
        return Integer.parseInt(line.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
}
