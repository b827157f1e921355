package com.authgear.headers;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The refusals of requests that are not trusted. */
final class TrustOutcomes {
    private TrustOutcomes() {}

    static @Nullable UntrustedHeadersException refusal(
            ProxyTrust trust, HeaderSource headers, Supplier<Optional<InetAddress>> peer) {
        UntrustedReason reason = trust.check(headers, peer);
        return reason == null ? null : trust.refusal(reason);
    }
}
