package com.authgear.headers.servlet.peer;

import jakarta.servlet.ServletRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The peer on Jetty 12: the connection's end point, which {@code ForwardedRequestCustomizer} does not change. It is
 * read below every wrapper, since the one for the PROXY protocol reports an address that the sender claims.
 */
final class JettyPeer {
    private static final ReflectiveGetter CORE_REQUEST =
            ReflectiveGetter.ofJetty("getRequest", "servlet.ServletApiRequest");
    private static final ReflectiveGetter META_DATA =
            new ReflectiveGetter("getConnectionMetaData", "org.eclipse.jetty.server.Request");
    private static final ReflectiveGetter CONNECTION =
            new ReflectiveGetter("getConnection", "org.eclipse.jetty.server.ConnectionMetaData");
    private static final ReflectiveGetter END_POINT =
            new ReflectiveGetter("getEndPoint", "org.eclipse.jetty.io.Connection");
    private static final ReflectiveGetter UNWRAP =
            new ReflectiveGetter("unwrap", "org.eclipse.jetty.io.EndPoint$Wrapper");
    private static final ReflectiveGetter REMOTE =
            new ReflectiveGetter("getRemoteSocketAddress", "org.eclipse.jetty.io.EndPoint");

    private JettyPeer() {}

    static Optional<InetAddress> of(ServletRequest innermost) {
        Object metaData = META_DATA.on(CORE_REQUEST.on(innermost));
        Object endPoint = innermost(END_POINT.on(CONNECTION.on(metaData)));
        return REMOTE.on(endPoint) instanceof InetSocketAddress address
                ? Optional.ofNullable(address.getAddress())
                : Optional.empty();
    }

    private static @Nullable Object innermost(@Nullable Object endPoint) {
        Object current = endPoint;
        for (Object below = UNWRAP.on(current); below != null; below = UNWRAP.on(current)) {
            current = below;
        }
        return current;
    }
}
