package com.authgear.headers.examples.proxies;

import com.authgear.headers.harness.ResponseReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Remembers the head of every request byte for byte and repeats it to the client. Agrees to every upgrade that any line
 * asks for, HTTP/2 included, as no careful backend would; on a WebSocket it repeats texts. Thread-safe.
 */
public final class EchoBackend implements AutoCloseable {
    /** Answered with 401. */
    public static final String REFUSED = "/refused";

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> heads = new CopyOnWriteArrayList<>();

    public EchoBackend() throws IOException {
        inBackground(this::listen);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** What came, without the empty line behind each head. */
    public List<String> heads() {
        return List.copyOf(heads);
    }

    /** How many requests came. */
    public int requests() {
        return heads.size();
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
            DataInputStream in = new DataInputStream(connection.getInputStream());
            DataOutputStream out = new DataOutputStream(connection.getOutputStream());
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                heads.add(head);
                RawHead request = RawHead.of(head);
                Optional<String> upgrade = request.values("upgrade").stream()
                        .filter(value -> !value.isEmpty())
                        .findFirst();
                if (upgrade.isPresent()) {
                    out.write(switching(request, upgrade.get()));
                    repeatTexts(in, out, upgrade.get());
                } else {
                    out.write(answer(request, head + "body: " + body(request, in).length));
                }
            }
        }
    }

    private static byte[] body(RawHead request, InputStream in) throws IOException {
        if (request.values("transfer-encoding").contains("chunked")) {
            return new ResponseReader(in).chunks();
        }
        return in.readNBytes(Integer.parseInt(request.first("content-length").orElse("0")));
    }

    private static void repeatTexts(DataInputStream in, DataOutputStream out, String upgrade) throws IOException {
        while (upgrade.equalsIgnoreCase("websocket")) {
            WebSocketFrames.write(out, WebSocketFrames.read(in), false);
        }
    }

    private static byte[] switching(RawHead request, String upgrade) {
        String key = request.first("sec-websocket-key").orElse("");
        return bytes("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: " + upgrade
                + "\r\nSec-WebSocket-Accept: " + WebSocketFrames.accept(key) + "\r\n\r\n");
    }

    private static byte[] answer(RawHead request, String body) {
        String status = request.target().startsWith(REFUSED) ? "401 Unauthorized" : "200 OK";
        return bytes("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + (request.line().startsWith("HEAD ") ? "" : body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
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
