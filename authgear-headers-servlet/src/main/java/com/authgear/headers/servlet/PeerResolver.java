package com.authgear.headers.servlet;

import com.authgear.headers.servlet.peer.SocketPeer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Names the address at the other end of the request's socket: the proxy, not the client.
 *
 * <p>{@link HttpServletRequest#getRemoteAddr()} must not be it: containers and filters rewrite that from
 * {@code X-Forwarded-For}, which any client can send. Must be thread-safe.
 */
@FunctionalInterface
public interface PeerResolver {
    /**
     * Names the peer.
     *
     * @param request the request as the container made it, or wrapped
     * @return the address, or empty if it is not known for certain, as on a UNIX domain socket; never null
     */
    Optional<InetAddress> socketPeer(HttpServletRequest request);

    /**
     * Knows Jetty 12 (ee10 and ee11); Tomcat 10.1 and 11 where neither {@code RemoteIpValve} nor {@code RemoteIpFilter} has
     * rewritten the address and no AJP connector has received it; Undertow 2.3 on a plain socket (no TLS, HTTP/2 or PROXY
     * protocol). A UNIX domain socket has no address. Elsewhere it knows no peer, so that trust in addresses refuses:
     * trust a shared secret there, or give an own resolver.
     *
     * @return a resolver for the container at hand
     */
    static PeerResolver ofContainer() {
        return SocketPeer::of;
    }
}
