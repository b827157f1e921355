package com.authgear.headers.examples.nginxjetty;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/** Greets the user over WebSocket. The filter requires one for the handshake, as for any request. */
@ServerEndpoint(GreetingSocket.PATH)
public final class GreetingSocket {
    static final String PATH = "/ws";

    /**
     * Greets.
     *
     * @param session of the user
     * @throws IOException if the user has left
     */
    @OnOpen
    public void open(Session session) throws IOException {
        session.getBasicRemote().sendText("Hello " + session.getUserPrincipal().getName());
    }
}
