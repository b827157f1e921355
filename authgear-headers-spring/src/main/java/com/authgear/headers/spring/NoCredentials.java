package com.authgear.headers.spring;

/** Spring Security asks for credentials that are not null; there are none to keep. */
final class NoCredentials {
    static final String VALUE = "N/A";

    private NoCredentials() {}
}
