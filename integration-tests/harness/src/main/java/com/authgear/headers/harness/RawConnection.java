package com.authgear.headers.harness;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** A connection for one request after another, which can also be closed in the middle of a request. Not thread-safe. */
public final class RawConnection implements AutoCloseable {
    /** Less than any server waits before it closes an idle connection. */
    private static final long MAX_IDLE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Socket socket;
    private final InputStream in;
    private final String host;
    private boolean reusable = true;
    private long lastAnswer;

    RawConnection(Socket socket, String host) throws IOException {
        this.socket = socket;
        this.host = host;
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** The request as {@link #write(RawRequest)} sends it; without a {@code Connection} line it asks to close. */
    public byte[] bytes(RawRequest request) {
        return request.bytes(host);
    }

    public void write(RawRequest request) throws IOException {
        write(bytes(request));
    }

    /** Some bytes, at once. */
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The next answer. */
    public RawResponse read(String method) throws IOException {
        RawResponse response = new ResponseReader(in).read(method);
        reusable =
                response.header("Connection").filter("close"::equalsIgnoreCase).isEmpty();
        lastAnswer = System.nanoTime();
        return response;
    }

    /** Whether the last answer came just now and did not say that the server closes. */
    public boolean isReusable() {
        return reusable && System.nanoTime() - lastAnswer < MAX_IDLE_NANOS;
    }

    /** Closes the output and reads until the server closes; a character a byte. */
    public String readRest() throws IOException {
        socket.shutdownOutput();
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Waits for the end of the connection; false if another byte arrives. */
    public boolean hasEnded() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Closes the connection with RST instead of FIN. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
