package com.authgear.headers.servlet.peer;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The peer on Undertow: that of the connection's channel, which {@code ProxyPeerAddressHandler} does not change. Only a
 * plain socket is believed: a channel around another one, for the PROXY protocol, TLS or HTTP/2, may report an address
 * that the sender claims, and does not show the one beneath.
 */
final class UndertowPeer {
    private static final ReflectiveGetter EXCHANGE =
            new ReflectiveGetter("getExchange", "io.undertow.servlet.spec.HttpServletRequestImpl");
    private static final ReflectiveGetter CONNECTION =
            new ReflectiveGetter("getConnection", "io.undertow.server.HttpServerExchange");
    private static final ReflectiveGetter CHANNEL =
            new ReflectiveGetter("getChannel", "io.undertow.server.AbstractServerConnection");
    private static final ReflectiveGetter PEER =
            new ReflectiveGetter("getPeerAddress", "org.xnio.channels.ConnectedChannel");
    private static final String PLAIN_SOCKET = "org.xnio.nio.NioSocketStreamConnection";

    private UndertowPeer() {}

    static Optional<InetAddress> of(ServletRequest innermost) {
        Object channel = CHANNEL.on(CONNECTION.on(EXCHANGE.on(innermost)));
        boolean plain = channel != null && channel.getClass().getName().equals(PLAIN_SOCKET);
        return plain && PEER.on(channel) instanceof InetSocketAddress address
                ? Optional.ofNullable(address.getAddress())
                : Optional.empty();
    }
}
