package com.authgear.headers.soak;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearHeadersFilter;

/** The filter of both backends. */
final class Filters {
    private Filters() {}

    static AuthgearHeadersFilter of(String secret) {
        return AuthgearHeadersFilter.builder(ProxyTrust.sharedSecret(secret))
                .parser(parser -> parser.trustRoles(true))
                .optionalPaths(EchoServlet.PUBLIC)
                .build();
    }
}
