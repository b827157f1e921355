package com.authgear.headers.examples.proxycheck;

import java.io.IOException;

/** The proxy does not lead to the backend of the check; the message states the remedy. */
public final class ProxyNotReadyException extends IOException {
    private static final long serialVersionUID = 1L;

    ProxyNotReadyException(String message) {
        super(message);
    }
}
