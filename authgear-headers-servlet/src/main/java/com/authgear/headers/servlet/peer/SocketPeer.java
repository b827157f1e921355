package com.authgear.headers.servlet.peer;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import java.util.Optional;

/** The address at the other end of a request's socket, on Jetty, Tomcat and Undertow. */
public final class SocketPeer {
    private SocketPeer() {}

    /** The address; empty on another container, or if this one does not know it for certain. */
    public static Optional<InetAddress> of(ServletRequest request) {
        ServletRequest innermost = InnermostRequest.of(request);
        return JettyPeer.of(innermost).or(() -> TomcatPeer.of(innermost)).or(() -> UndertowPeer.of(innermost));
    }
}
