package com.authgear.headers;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a request is refused with that is not trusted. */
final class Distrusts {
    private Distrusts() {}

    static @Nullable UntrustedHeadersException refusal(
            ProxyTrust trust, HeaderSource headers, Supplier<Optional<InetAddress>> peer) {
        Distrust distrust = trust.check(headers, peer);
        return distrust == null ? null : trust.refusal(distrust);
    }
}
