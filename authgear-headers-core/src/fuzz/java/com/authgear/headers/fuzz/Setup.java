package com.authgear.headers.fuzz;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.AuthgearHeaderParser;
import com.authgear.headers.MissingFlags;
import com.authgear.headers.ProxyTrust;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** One combination of the options that decide. */
record Setup(boolean secret, boolean roles, Missing missing, boolean tripwire) {
    static final String SECRET = "0123456789abcdef0123456789abcdef";
    static final long NOW = 1_800_000_000L;
    static final long SKEW = 60;

    private static final int SWITCHES = 3;
    static final int COUNT = Missing.values().length << SWITCHES;

    /** What an absent flag means. */
    enum Missing {
        REFUSED,
        LEAST_PRIVILEGE
    }

    static Setup number(int number) {
        return new Setup(isSet(number, 0), isSet(number, 1), Missing.values()[number >> SWITCHES], isSet(number, 2));
    }

    AuthgearAuthenticator authenticator() {
        return AuthgearAuthenticator.builder(secret ? ProxyTrust.sharedSecret(SECRET) : ProxyTrust.trustEveryPeer())
                .parser(parser())
                .credentialTripwire(tripwire)
                .build();
    }

    private AuthgearHeaderParser parser() {
        AuthgearHeaderParser.Builder builder = AuthgearHeaderParser.builder()
                .trustRoles(roles)
                .clock(Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));
        return switch (missing) {
            case REFUSED -> builder.build();
            case LEAST_PRIVILEGE ->
                builder.missingFlags(MissingFlags.LEAST_PRIVILEGE).build();
        };
    }

    private static boolean isSet(int number, int bit) {
        return ((number >> bit) & 1) == 1;
    }
}
