package com.authgear.headers.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Optional;

/**
 * Names the socket peer of a request. A resolver that fails names none: the request is refused where that matters, and
 * answered.
 */
record Peers(PeerResolver resolver, RefusalLog log) {
    /** The peer, whichever wrappers stand around the request. */
    Optional<InetAddress> of(HttpServletRequest request) {
        try {
            return resolver.socketPeer(AuthenticatedRequest.raw(request));
        } catch (RuntimeException e) {
            log.peerResolverFailed(e);
            return Optional.empty();
        }
    }
}
