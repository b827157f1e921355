package com.authgear.headers.harness;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends requests over sockets of their own, from a chosen source address. Immutable and thread-safe. */
public final class RawClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final SocketAddress server;
    private final @Nullable InetAddress source;
    private final String host;
    private final Duration timeout;
    private final Opening opening;

    private RawClient(
            SocketAddress server, @Nullable InetAddress source, String host, Duration timeout, Opening opening) {
        this.server = server;
        this.source = source;
        this.host = host;
        this.timeout = timeout;
        this.opening = opening;
    }

    /** A client of the server at a port of 127.0.0.1. */
    public static RawClient of(int port) {
        return of(new InetSocketAddress(loopback(1), port));
    }

    /** A client of any server, from the address that the machine chooses, or of a UNIX domain socket. */
    public static RawClient of(SocketAddress server) {
        String host = server instanceof InetSocketAddress inet ? host(inet) : "localhost";
        return new RawClient(server, null, host, TIMEOUT, socket -> socket);
    }

    /** Where the server listens; it has no port on a UNIX domain socket. */
    public int port() {
        return ((InetSocketAddress) server).getPort();
    }

    /** The same server seen from another peer: 127.0.0.{@code lastByte}. */
    public RawClient from(int lastByte) {
        return new RawClient(server, loopback(lastByte), host, timeout, opening);
    }

    /** The same server under another {@code Host}. */
    public RawClient named(String newHost) {
        return new RawClient(server, source, newHost, timeout, opening);
    }

    /** The same with another timeout, for connecting and for each read. */
    public RawClient within(Duration newTimeout) {
        return new RawClient(server, source, host, newTimeout, opening);
    }

    /** The same with something before the first request of each connection. */
    public RawClient opening(Opening newOpening) {
        return new RawClient(server, source, host, timeout, newOpening);
    }

    /** Sends a request on a new connection and reads its answer. */
    public RawResponse send(RawRequest request) throws IOException {
        try (Socket socket = connect()) {
            return exchange(socket, request);
        }
    }

    /** Sends bytes as they are, on a new connection, and reads the answer as that to a request of the method. */
    public RawResponse send(byte[] request, String method) throws IOException {
        try (Socket socket = connect()) {
            return exchange(socket, request, method);
        }
    }

    /** A connection, for several requests on it. */
    public Socket connect() throws IOException {
        if (server instanceof UnixDomainSocketAddress path) {
            return UnixSocket.connect(path);
        }
        int millis = Math.toIntExact(timeout.toMillis());
        Socket socket = new Socket();
        try {
            socket.setSoTimeout(millis);
            socket.bind(source == null ? null : new InetSocketAddress(source, 0));
            socket.connect(server, millis);
            return opening.open(socket);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** A connection that reads ahead, for very many requests on it. */
    public RawConnection open() throws IOException {
        Socket socket = connect();
        socket.setTcpNoDelay(true);
        return new RawConnection(socket, host);
    }

    /** One request and its answer on a connection that is open. */
    public RawResponse exchange(Socket socket, RawRequest request) throws IOException {
        return exchange(socket, request.bytes(host), request.method());
    }

    private static RawResponse exchange(Socket socket, byte[] request, String method) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(request);
        out.flush();
        return new ResponseReader(socket.getInputStream()).read(method);
    }

    /** An IPv6 address stands in brackets. */
    private static String host(InetSocketAddress server) {
        String name = server.getHostString();
        return (name.contains(":") ? "[" + name + "]" : name) + ":" + server.getPort();
    }

    private static InetAddress loopback(int lastByte) {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) lastByte});
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    /** What comes before HTTP on a connection, such as TLS. */
    @FunctionalInterface
    public interface Opening {
        /** The socket to speak HTTP on. */
        Socket open(Socket connected) throws IOException;
    }
}
