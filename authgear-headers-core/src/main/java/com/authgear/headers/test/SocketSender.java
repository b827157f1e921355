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
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * GET requests over sockets of their own, since HTTP clients send no {@code Connection} header of the caller's, nor look
 * at how a name is written.
 */
record SocketSender(URI uri) implements ForgeryCheck.Sender {
    private static final int TIMEOUT_MILLIS = 30_000;
    private static final int DEFAULT_PORT = 80;
    private static final int DEFAULT_TLS_PORT = 443;

    SocketSender {
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException("an address that starts with http:// or https:// is needed");
        }
    }

    @Override
    public int status(List<Map.Entry<String, String>> headers) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request(headers).getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return statusOf(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                            .readLine());
        }
    }

    private Socket connect() throws IOException {
        Socket plain = new Socket();
        try {
            plain.setSoTimeout(TIMEOUT_MILLIS);
            plain.connect(new InetSocketAddress(uri.getHost(), port()), TIMEOUT_MILLIS);
            return isTls() ? overTls(plain) : plain;
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private Socket overTls(Socket plain) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, uri.getHost(), port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
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

    private int port() {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isTls() ? DEFAULT_TLS_PORT : DEFAULT_PORT;
    }

    private boolean isTls() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    private static int statusOf(@Nullable String line) throws IOException {
        if (line == null || !line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new IOException("the server closed the connection, or its answer is not HTTP/1.1");
        }
        return Integer.parseInt(line.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length()));
    }
}
