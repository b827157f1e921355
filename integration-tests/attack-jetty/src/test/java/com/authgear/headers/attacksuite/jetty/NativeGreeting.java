package com.authgear.headers.attacksuite.jetty;

import com.authgear.headers.attacksuite.SocketGreeting;
import java.security.Principal;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.api.UpgradeRequest;
import org.jspecify.annotations.Nullable;

/** An endpoint of Jetty's own kind. Public because Jetty calls it. */
public final class NativeGreeting implements Session.Listener.AutoDemanding {
    private final String handshake;

    private NativeGreeting(String handshake) {
        this.handshake = handshake;
    }

    /** Keeps what the handshake shows. */
    public static <T> NativeGreeting of(@Nullable Principal user, Class<T> type, T handshake) {
        return new NativeGreeting(SocketGreeting.text(user, type, handshake));
    }

    /** On Jetty 12.1 the session's request no longer has a user. */
    @Override
    public void onWebSocketOpen(Session session) {
        UpgradeRequest request = session.getUpgradeRequest();
        Principal user = request.getUserPrincipal();
        String later = SocketGreeting.text(user, UpgradeRequest.class, request);
        boolean agrees = user == null
                || later.lines().findFirst().equals(handshake.lines().findFirst());
        session.sendText((agrees ? "" : "DISAGREES ") + handshake + "\n" + later, Callback.NOOP);
    }
}
