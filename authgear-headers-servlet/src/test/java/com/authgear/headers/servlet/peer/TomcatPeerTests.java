package com.authgear.headers.servlet.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletConnection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.InetAddress;
import org.apache.catalina.connector.RequestFacade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The peer by a mock of Tomcat's request. The attack suite tests the real Tomcat. */
final class TomcatPeerTests {
    private final RequestFacade request = mock(RequestFacade.class);
    private final ServletConnection connection = mock(ServletConnection.class);

    @BeforeEach
    void receive() {
        when(request.getServletConnection()).thenReturn(connection);
        when(connection.getProtocol()).thenReturn("http/1.1");
        when(request.getRemoteAddr()).thenReturn("192.0.2.7");
        when(request.getRemotePort()).thenReturn(49_152);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8:0:0:0:0:0:7", "0:0:0:0:0:0:0:1", "::1"})
    void addressOfTheSocketIsThePeer(String address) throws Exception {
        when(request.getRemoteAddr()).thenReturn(address);
        assertThat(SocketPeer.of(request)).contains(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http/1.1", "h2", "h2c"})
    void everyHttpIsReadFromASocket(String protocol) throws Exception {
        when(connection.getProtocol()).thenReturn(protocol);
        assertThat(SocketPeer.of(request)).contains(InetAddress.getByName("192.0.2.7"));
    }

    @Test
    void wrapperThatTellsAnotherAddressIsNotAsked() throws Exception {
        HttpServletRequest wrapped = new HttpServletRequestWrapper(request) {
            @Override
            public String getRemoteAddr() {
                return "203.0.113.9";
            }
        };
        assertThat(SocketPeer.of(wrapped)).contains(InetAddress.getByName("192.0.2.7"));
    }

    @Test
    void addressThatTheRemoteIpValveRewroteIsNotThePeer() {
        when(request.getAttribute("org.apache.tomcat.request.forwarded")).thenReturn(true);
        assertThat(SocketPeer.of(request)).isEmpty();
    }

    @Test
    void addressOfAUnixDomainSocketIsNotThePeer() {
        when(request.getRemotePort()).thenReturn(0);
        assertThat(SocketPeer.of(request)).isEmpty();
    }

    @Test
    void addressOfAnAjpMessageIsNotThePeer() {
        when(connection.getProtocol()).thenReturn("ajp");
        assertThat(SocketPeer.of(request)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "localhost", "2001:db8::zz"})
    void textThatIsNoAddressIsNotThePeer(String address) {
        when(request.getRemoteAddr()).thenReturn(address);
        assertThat(SocketPeer.of(request)).isEmpty();
    }

    @Test
    void anotherContainerIsNotTakenForTomcat() {
        HttpServletRequest other = mock(HttpServletRequest.class);
        when(other.getServletConnection()).thenReturn(connection);
        when(other.getRemoteAddr()).thenReturn("192.0.2.7");
        when(other.getRemotePort()).thenReturn(49_152);
        assertThat(SocketPeer.of(other)).isEmpty();
    }
}
