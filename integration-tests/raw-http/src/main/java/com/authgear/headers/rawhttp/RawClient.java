package com.authgear.headers.rawhttp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Sends requests over sockets of their own, from a chosen source address. Immutable and thread-safe. */
public final class RawClient {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final InetSocketAddress server;
    private final InetAddress source;

    private RawClient(InetSocketAddress server, InetAddress source) {
        this.server = server;
        this.source = source;
    }

    /** A client of the server at a port of 127.0.0.1. */
    public static RawClient of(int port) {
        InetAddress loopback = loopback(1);
        return new RawClient(new InetSocketAddress(loopback, port), loopback);
    }

    /** The same server seen from another peer: 127.0.0.{@code lastByte}. */
    public RawClient from(int lastByte) {
        return new RawClient(server, loopback(lastByte));
    }

    /** Sends a request on a new connection and reads its answer. */
    public RawResponse send(RawRequest request) throws IOException {
        try (Socket socket = connect()) {
            return exchange(socket, request);
        }
    }

    /** A connection, for several requests on it. */
    public Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.bind(new InetSocketAddress(source, 0));
        socket.connect(server, TIMEOUT_MILLIS);
        return socket;
    }

    /** One request and its answer on a connection that is open. */
    public RawResponse exchange(Socket socket, RawRequest request) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request.bytes("127.0.0.1:" + server.getPort()));
        out.flush();
        return new ResponseReader(socket.getInputStream()).read(request.method());
    }

    private static InetAddress loopback(int lastByte) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) lastByte});
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
