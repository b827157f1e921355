package com.authgear.headers.examples.proxycheck;

import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/** The WebSocket of the echo backend, which sends one word. Public because Jetty calls it. */
public final class Greeting implements Session.Listener.AutoDemanding {
    static final String WORD = "hello";

    @Override
    public void onWebSocketOpen(Session session) {
        session.sendText(WORD, Callback.NOOP);
    }

    /** The client closes the connection after the message, without a close frame. */
    @Override
    public void onWebSocketError(Throwable cause) {}
}
