package com.authgear.headers.examples.proxies;

import com.authgear.headers.examples.front.Backend;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells the client, byte for byte, what reached it; agrees to every upgrade, as no careful backend would. */
final class EchoBackend implements Backend {
    /** Answered with 401. */
    static final String REFUSED = "/refused";

    /** The answer to the sample key of RFC 6455, for which HAProxy looks. */
    private static final String ACCEPTED_SAMPLE = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger requests = new AtomicInteger();

    EchoBackend() throws IOException {
        inBackground(this::listen);
    }

    @Override
    public int port() {
        return listener.getLocalPort();
    }

    /** How many requests came. */
    int requests() {
        return requests.get();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void listen() throws IOException {
        while (true) {
            Socket connection = listener.accept();
            inBackground(() -> serve(connection));
        }
    }

    private void serve(Socket socket) throws IOException {
        try (Socket connection = socket) {
            InputStream in = connection.getInputStream();
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                requests.incrementAndGet();
                Echo request = Echo.of(head);
                int length = in.readNBytes(
                                Integer.parseInt(request.first("content-length").orElse("0")))
                        .length;
                connection.getOutputStream().write(answer(request, head + "body: " + length));
            }
        }
    }

    private static byte[] answer(Echo request, String body) {
        String upgrade = request.first("upgrade").orElse("");
        String status = request.target().startsWith(REFUSED) ? "401 Unauthorized" : "200 OK";
        String answer = upgrade.isEmpty()
                ? "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + (request.line().startsWith("HEAD ") ? "" : body)
                : "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: " + upgrade
                        + "\r\nSec-WebSocket-Accept: " + ACCEPTED_SAMPLE + "\r\n\r\n";
        return answer.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Up to the empty line; empty at the end of the connection. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                return "";
            }
            head.append((char) b);
        }
        return head.substring(0, head.length() - 2);
    }

    private static void inBackground(Task task) {
        Thread thread = new Thread(() -> {
            try {
                task.run();
            } catch (IOException e) {
                // The other side, or this test, is done with the connection.
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @FunctionalInterface
    private interface Task {
        void run() throws IOException;
    }
}
