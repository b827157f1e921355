package com.authgear.headers;

import java.util.Locale;

/**
 * Why headers are malformed. Each constant in lower case is a {@code code} of the log, and
 * docs/troubleshooting.md explains it. {@link UntrustedReason} has the codes of requests that did not come from the
 * proxy. A remedy names the header as %s, and as %v the way NGINX variables spell it.
 */
enum MalformedReason {
    ALIAS_HEADER("let the proxy drop look-alikes of %s (NGINX: underscores_in_headers off)"),
    DUPLICATE_HEADER("let the proxy set %s, not add to it: the resolver sends one line"),
    HOP_BY_HOP_NOMINATION("let the proxy refuse a %s header that names x-authgear headers"),
    ORPHAN_HEADERS("let the proxy remove %s where the resolver's answer lacks it"),
    CONTRADICTION("let the proxy remove %s where the resolver's answer lacks it"),
    INCOMPLETE_IDENTITY("let the proxy forward %s from the resolver's answer; NGINX: auth_request_set $ag_%v"
            + " $upstream_http_x_authgear_%v; proxy_set_header %s $ag_%v;"),
    AUTH_FAILURE_MODE("let the proxy refuse requests when the resolver fails (Envoy: failure_mode_allow: false), found"
            + " with %s"),
    IDENTITY_WITHOUT_CREDENTIALS("the request has no Bearer token and no Authgear cookie, so %s is forged or comes from"
            + " a badly keyed cache; if the proxy strips credentials, set credentialTripwire to false"),
    BAD_BOOLEAN("let the proxy forward %s unchanged from the resolver's answer"),
    BAD_USER_ID("let the proxy forward %s unchanged from the resolver's answer"),
    BAD_ACR("let the proxy forward %s unchanged from the resolver's answer"),
    BAD_AMR("let the proxy forward %s unchanged from the resolver's answer"),
    BAD_AUTHENTICATED_AT("let the proxy forward %s unchanged from the resolver's answer"),
    BAD_ROLES("let the proxy forward %s unchanged from the resolver's answer");

    private final String remedy;

    MalformedReason(String remedy) {
        this.remedy = remedy;
    }

    MalformedHeadersException of(AuthgearHeader header) {
        return of(header.wireName());
    }

    MalformedHeadersException of(String header) {
        String variable =
                header.toLowerCase(Locale.ROOT).replace("x-authgear-", "").replace('-', '_');
        return new MalformedHeadersException(
                name().toLowerCase(Locale.ROOT),
                header,
                remedy.replace("%s", header).replace("%v", variable));
    }
}
