package com.authgear.headers.examples.proxycheck;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A connection to the proxy, for one request.
 *
 * @param socket the connection
 * @param in what comes back
 * @param host the value of {@code Host}
 */
record Wire(Socket socket, InputStream in, String host) implements AutoCloseable {
    static Wire to(ProxyTarget target) throws IOException {
        int patience = Math.toIntExact(target.patience().toMillis());
        InetSocketAddress server = target.server();
        Socket socket = new Socket();
        try {
            socket.setSoTimeout(patience);
            socket.connect(server, patience);
            return new Wire(socket, new BufferedInputStream(socket.getInputStream()), target.calledHost());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    Wire named(String newHost) {
        return new Wire(socket, in, newHost);
    }

    Answer exchange(Sent request) throws IOException {
        socket.getOutputStream().write(request.bytes(host));
        return Answer.read(in, request.method());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
