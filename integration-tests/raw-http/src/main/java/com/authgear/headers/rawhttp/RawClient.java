package com.authgear.headers.rawhttp;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** Sends requests over sockets of their own, from a chosen source address. Immutable and thread-safe. */
public final class RawClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final InetSocketAddress server;
    private final InetAddress source;
    private final String host;
    private final Duration timeout;

    private RawClient(InetSocketAddress server, InetAddress source, String host, Duration timeout) {
        this.server = server;
        this.source = source;
        this.host = host;
        this.timeout = timeout;
    }

    /** A client of the server at a port of 127.0.0.1. */
    public static RawClient of(int port) {
        InetAddress loopback = loopback(1);
        return new RawClient(new InetSocketAddress(loopback, port), loopback, "127.0.0.1:" + port, TIMEOUT);
    }

    /** A client of any server, from whatever address the machine reaches it. */
    public static RawClient of(InetSocketAddress server) {
        InetAddress any = new InetSocketAddress(0).getAddress();
        return new RawClient(server, any, server.getHostString() + ":" + server.getPort(), TIMEOUT);
    }

    /** The same server seen from another peer: 127.0.0.{@code lastByte}. */
    public RawClient from(int lastByte) {
        return new RawClient(server, loopback(lastByte), host, timeout);
    }

    /** The same server called by another name: the value of {@code Host}. */
    public RawClient named(String newHost) {
        return new RawClient(server, source, newHost, timeout);
    }

    /** The same with another patience, for connecting and for each read. */
    public RawClient within(Duration newTimeout) {
        return new RawClient(server, source, host, newTimeout);
    }

    /** Sends a request on a new connection and reads its answer. */
    public RawResponse send(RawRequest request) throws IOException {
        try (Socket socket = connect()) {
            return exchange(socket, request);
        }
    }

    /** A connection, for several requests on it. */
    public Socket connect() throws IOException {
        int millis = Math.toIntExact(timeout.toMillis());
        Socket socket = new Socket();
        socket.setSoTimeout(millis);
        socket.bind(new InetSocketAddress(source, 0));
        socket.connect(server, millis);
        return socket;
    }

    /** A connection that reads ahead, for very many requests on it. */
    public RawConnection open() throws IOException {
        Socket socket = connect();
        socket.setTcpNoDelay(true);
        return new RawConnection(socket, host);
    }

    /** One request and its answer on a connection that is open. */
    public RawResponse exchange(Socket socket, RawRequest request) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request.bytes(host));
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
