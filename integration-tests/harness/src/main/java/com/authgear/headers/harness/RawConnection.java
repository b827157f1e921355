package com.authgear.headers.harness;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/** A connection for one request after another, which can also be broken off in the middle of one. Not thread-safe. */
public final class RawConnection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final String host;
    private boolean reusable = true;

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
        return response;
    }

    /** Whether the server did not say that it closes. */
    public boolean isReusable() {
        return reusable;
    }

    /** Says that nothing more is sent, and reads whatever comes until the server closes; a character a byte. */
    public String readRest() throws IOException {
        socket.shutdownOutput();
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** Waits until the server closes, and whether it does so without another byte. */
    public boolean hasEnded() throws IOException {
        try {
            return in.read() < 0;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Ends it with RST instead of FIN. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
