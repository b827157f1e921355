package com.authgear.headers.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * The peer on Undertow: that of the connection's channel, which {@code ProxyPeerAddressHandler} leaves alone. Only a
 * plain socket is believed: a channel around another one, for the PROXY protocol, TLS or HTTP/2, may repeat a claim, and
 * does not show what is beneath.
 */
final class UndertowPeerResolver implements PeerResolver {
    private static final ReflectiveGetter EXCHANGE =
            new ReflectiveGetter("getExchange", "io.undertow.servlet.spec.HttpServletRequestImpl");
    private static final ReflectiveGetter CONNECTION =
            new ReflectiveGetter("getConnection", "io.undertow.server.HttpServerExchange");
    private static final ReflectiveGetter CHANNEL =
            new ReflectiveGetter("getChannel", "io.undertow.server.AbstractServerConnection");
    private static final ReflectiveGetter PEER = new ReflectiveGetter("getPeerAddress", "org.xnio.channels.ConnectedChannel");
    private static final String PLAIN_SOCKET = "org.xnio.nio.NioSocketStreamConnection";

    @Override
    public Optional<InetAddress> socketPeer(HttpServletRequest request) {
        Object channel = CHANNEL.on(CONNECTION.on(EXCHANGE.on(InnermostRequest.of(request))));
        boolean plain = channel != null && channel.getClass().getName().equals(PLAIN_SOCKET);
        return plain && PEER.on(channel) instanceof InetSocketAddress address
                ? Optional.ofNullable(address.getAddress())
                : Optional.empty();
    }
}
