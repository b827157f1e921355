package com.authgear.headers.servlet.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.spec.HttpServletRequestImpl;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.xnio.StreamConnection;

/** The peer by a mock of Undertow's connection. The attack suite tests the real Undertow. */
final class UndertowPeerTests {
    private static final InetSocketAddress PEER = new InetSocketAddress("192.0.2.7", 1234);

    @Test
    void peerOfThePlainSocketIsThePeer() throws Exception {
        assertThat(peer(plainSocket(PEER))).contains(InetAddress.getByName("192.0.2.7"));
    }

    @Test
    void channelAroundAnotherMayRepeatAClaim() {
        StreamConnection around = mock(StreamConnection.class);
        when(around.getPeerAddress()).thenReturn(PEER);
        assertThat(peer(around)).isEmpty();
    }

    @Test
    void socketWithoutAnAddressHasNoPeer() throws Exception {
        assertThat(peer(plainSocket(UnixDomainSocketAddress.of("/run/app")))).isEmpty();
        assertThat(peer(plainSocket(InetSocketAddress.createUnresolved("proxy", 1234))))
                .isEmpty();
    }

    private static Optional<InetAddress> peer(StreamConnection channel) {
        HttpServletRequestImpl request = mock(HttpServletRequestImpl.class);
        HttpServerExchange exchange = mock(HttpServerExchange.class);
        AbstractServerConnection connection = mock(AbstractServerConnection.class);
        when(request.getExchange()).thenReturn(exchange);
        when(exchange.getConnection()).thenReturn(connection);
        when(connection.getChannel()).thenReturn(channel);
        return SocketPeer.of(new HttpServletRequestWrapper(request));
    }

    /** Of a class that is not public. */
    private static StreamConnection plainSocket(SocketAddress peer) throws ClassNotFoundException {
        Class<?> type = Class.forName("org.xnio.nio.NioSocketStreamConnection");
        StreamConnection socket = (StreamConnection) mock(type);
        when(socket.getPeerAddress()).thenReturn(peer);
        return socket;
    }
}
