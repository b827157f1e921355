package com.authgear.headers.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Asks those who each know one container. */
final class ContainerPeerResolver implements PeerResolver {
    private static final List<PeerResolver> KNOWN =
            List.of(new JettyPeerResolver(), new TomcatPeerResolver(), new UndertowPeerResolver());

    @Override
    public Optional<InetAddress> socketPeer(HttpServletRequest request) {
        return KNOWN.stream()
                .flatMap(known -> known.socketPeer(request).stream())
                .findFirst();
    }
}
