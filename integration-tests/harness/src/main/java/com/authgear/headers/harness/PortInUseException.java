package com.authgear.headers.harness;

import java.io.IOException;

/** A port is taken; the message states the remedy. */
public final class PortInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    public PortInUseException(String name, int port, String variable, Throwable cause) {
        super(
                "port " + port + " for " + name + " is in use: stop what listens there, or choose another with "
                        + variable + "=<port>",
                cause);
    }
}
