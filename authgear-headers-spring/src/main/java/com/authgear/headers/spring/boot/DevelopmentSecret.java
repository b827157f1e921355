package com.authgear.headers.spring.boot;

import com.authgear.headers.ProxyTrust;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A secret of this process alone, never printed nor written anywhere. */
final class DevelopmentSecret {
    private static final int BYTES = 32;

    private final String value = random();

    String header() {
        return ProxyTrust.DEFAULT_SECRET_HEADER;
    }

    String value() {
        return value;
    }

    ProxyTrust trust() {
        return ProxyTrust.sharedSecret(value);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
