package com.authgear.headers.examples.proxycheck;

import org.eclipse.jetty.http.HttpFields;

/**
 * A request as it reached the echo backend.
 *
 * @param method the method
 * @param target the path as sent, with its query
 * @param headers every header line, in order and as spelled
 * @param body the body, a character a byte
 */
record Arrival(String method, String target, HttpFields headers, String body) {
    Identity identity() {
        return Identity.of(headers);
    }
}
