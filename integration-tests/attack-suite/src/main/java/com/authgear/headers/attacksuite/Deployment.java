package com.authgear.headers.attacksuite;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.servlet.AuthgearHeadersFilter;

/** Configurations of the library by an operator. In each of them {@code /public/*} requires no identity. */
public enum Deployment {
    SECRET,
    /** While the secret is being changed. */
    TWO_SECRETS,
    SECRET_AND_ROLES,
    PROXY_ADDRESS,
    SECRET_AND_ADDRESS;

    /** Whether the socket peer matters. */
    public boolean asksForTheAddress() {
        return this == PROXY_ADDRESS || this == SECRET_AND_ADDRESS;
    }

    /** What the proxy sends for a user. */
    RawRequest request() {
        return this == PROXY_ADDRESS ? Honest.request().without("x-proxy-secret") : Honest.request();
    }

    AuthgearHeadersFilter filter() {
        return AuthgearHeadersFilter.builder(trust())
                .parser(parser -> parser.trustRoles(this == SECRET_AND_ROLES))
                .publicPaths("/public/*")
                .build();
    }

    private ProxyTrust trust() {
        return switch (this) {
            case SECRET, SECRET_AND_ROLES -> ProxyTrust.sharedSecret(Honest.SECRET);
            case TWO_SECRETS -> ProxyTrust.sharedSecret(Honest.SECRET, Honest.PREVIOUS_SECRET);
            case PROXY_ADDRESS -> ProxyTrust.trustedProxies(Honest.PROXY_ADDRESS);
            case SECRET_AND_ADDRESS -> ProxyTrust.sharedSecret(Honest.SECRET).andTrustedProxies(Honest.PROXY_ADDRESS);
        };
    }
}
