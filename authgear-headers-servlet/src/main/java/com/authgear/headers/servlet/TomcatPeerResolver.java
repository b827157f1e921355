package com.authgear.headers.servlet;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * The peer on Tomcat: what the request below every wrapper says, unless {@code RemoteIpValve} has marked it as
 * rewritten. Then the peer is nowhere in the Servlet API, and nobody's.
 */
final class TomcatPeerResolver implements PeerResolver {
    private static final String FACADE = "org.apache.catalina.connector.RequestFacade";
    private static final String REWRITTEN = "org.apache.tomcat.request.forwarded";

    @Override
    public Optional<InetAddress> socketPeer(HttpServletRequest request) {
        ServletRequest innermost = InnermostRequest.of(request);
        boolean known = innermost.getClass().getName().equals(FACADE) && innermost.getAttribute(REWRITTEN) == null;
        return known ? literal(innermost.getRemoteAddr()) : Optional.empty();
    }

    /** Tomcat prints the socket's address, so nothing is looked up in the DNS. */
    private static Optional<InetAddress> literal(String address) {
        try {
            boolean numeric = address.matches("[0-9.]+") || address.indexOf(':') >= 0;
            return numeric ? Optional.of(InetAddress.getByName(address)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
