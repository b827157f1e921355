package com.authgear.headers.examples.proxycheck;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** The WebSocket of the echo backend: says one word to show that the connection is one. Public for Jetty to call. */
public final class Greeting implements Session.Listener.AutoDemanding {
    static final String WORD = "hello";

    @Override
    public void onWebSocketOpen(Session session) {
        session.sendText(WORD, Callback.NOOP);
    }

    /** The client hangs up without a word once it has seen the message. */
    @Override
    public void onWebSocketError(Throwable cause) {}
}
