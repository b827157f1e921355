package com.authgear.headers.attacksuite;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** A started container. */
public interface RunningContainer extends AutoCloseable {
    SocketAddress address();

    /** Stops it. */
    @Override
    void close();

    /** At a port of 127.0.0.1. */
    static RunningContainer of(int port, Runnable stop) {
        return of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), stop);
    }

    static RunningContainer of(SocketAddress address, Runnable stop) {
        return new RunningContainer() {
            @Override
            public SocketAddress address() {
                return address;
            }

            @Override
            public void close() {
                stop.run();
            }
        };
    }
}
