package com.authgear.headers;

import java.util.Locale;

/**
 * Why a request is not known to have come through the proxy. Each constant in lower case is a {@code code} of the log,
 * and docs/troubleshooting.md explains it. {@link MalformedReason} has the codes of what the headers themselves say.
 * The log shows a hyphen as the header of the codes that concern the socket.
 */
enum UntrustedReason {
    SECRET_MISSING("the request bypassed the proxy, or this location of the proxy does not set %s beside the identity"
            + " headers"),
    SECRET_REPEATED("let the proxy set %s, not add to it"),
    SECRET_MISMATCH(
            "give the proxy and this application the same secret; to change it, give the application both first"),
    PEER_UNKNOWN("no PeerResolver knows the socket peer of this server; trust a shared secret, or provide a"
            + " PeerResolver"),
    PEER_UNTRUSTED("the request bypassed the proxy, or trustedProxies lacks the address that the proxy connects from");

    private final String remedy;

    UntrustedReason(String remedy) {
        this.remedy = remedy;
    }

    UntrustedHeadersException of(String secretHeader) {
        String header = this == PEER_UNKNOWN || this == PEER_UNTRUSTED ? "-" : secretHeader;
        return new UntrustedHeadersException(name().toLowerCase(Locale.ROOT), header, remedy.replace("%s", header));
    }
}
