package com.authgear.headers.servlet;

import com.authgear.headers.servlet.peer.SocketPeer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Finds the address at the other end of the request's socket: that of the proxy, not of the client.
 *
 * <p>It must not use {@link HttpServletRequest#getRemoteAddr()}, which containers and filters rewrite from
 * {@code X-Forwarded-For}, a header that any client can send. Must be thread-safe.
 */
@FunctionalInterface
public interface PeerResolver {
    /**
     * Finds the peer.
     *
     * @param request the container's request, or a wrapper around it
     * @return the address, or empty if it is not known for certain, as on a UNIX domain socket; never null
     */
    Optional<InetAddress> socketPeer(HttpServletRequest request);

    /**
     * Supports Jetty 12 (ee10 and ee11); Tomcat 10.1 and 11 if neither {@code RemoteIpValve} nor {@code RemoteIpFilter}
     * has rewritten the address and it did not arrive by AJP; Undertow 2.3 on a plain socket (no TLS, HTTP/2 or PROXY
     * protocol). A UNIX domain socket has no address. Elsewhere the peer is unknown, so that trust in addresses refuses
     * every identity: trust a shared secret there, or provide a resolver.
     *
     * @return a resolver for the container at hand
     */
    static PeerResolver ofContainer() {
        return SocketPeer::of;
    }
}
