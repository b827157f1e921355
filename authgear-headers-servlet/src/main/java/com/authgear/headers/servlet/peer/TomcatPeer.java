package com.authgear.headers.servlet.peer;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The peer on Tomcat: the remote address of the request below every wrapper. It is unknown if {@code RemoteIpValve} has
 * marked it as rewritten, or on an AJP connection, where it is part of the message. On a UNIX domain socket Tomcat
 * reports 127.0.0.1 with port 0, which no TCP peer has.
 */
final class TomcatPeer {
    private static final String FACADE = "org.apache.catalina.connector.RequestFacade";
    private static final String REWRITTEN = "org.apache.tomcat.request.forwarded";
    private static final Set<String> HTTP = Set.of("http/1.1", "h2", "h2c");

    private TomcatPeer() {}

    static Optional<InetAddress> of(ServletRequest innermost) {
        return innermost.getClass().getName().equals(FACADE) && isOfSocket(innermost)
                ? literal(innermost.getRemoteAddr())
                : Optional.empty();
    }

    private static boolean isOfSocket(ServletRequest request) {
        return request.getAttribute(REWRITTEN) == null
                && request.getRemotePort() > 0
                && HTTP.contains(request.getServletConnection().getProtocol());
    }

    /** Accepts a literal address only, so that no name is looked up in the DNS. */
    private static Optional<InetAddress> literal(@Nullable String address) {
        try {
            boolean numeric = address != null && (address.matches("[0-9.]+") || address.indexOf(':') >= 0);
            return numeric ? Optional.of(InetAddress.getByName(address)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
