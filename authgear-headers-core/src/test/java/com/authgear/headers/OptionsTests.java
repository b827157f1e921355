package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an operator can look at names counts and words, and nothing that helps an attacker. */
final class OptionsTests {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void defaultsAreTheStrictOnes() {
        assertThat(options(ProxyTrust.sharedSecret(SECRET), AuthgearHeaderParser.builder()))
                .containsExactly(
                        entry("clockSkewSeconds", 60L),
                        entry("credentialTripwire", true),
                        entry("dangerouslyReadMissingAnonymousAsFalse", false),
                        entry("lenientBooleans", false),
                        entry("missingFlags", "refuse"),
                        entry("sharedSecrets", 1),
                        entry("trustEveryPeer", false),
                        entry("trustRoles", false),
                        entry("trustedProxies", 0));
    }

    @Test
    void whatWasLoosenedShows() {
        AuthgearHeaderParser.Builder loose = AuthgearHeaderParser.builder()
                .trustRoles(true)
                .lenientBooleans(true)
                .missingFlags(MissingFlags.LEAST_PRIVILEGE)
                .dangerouslyReadMissingAnonymousAsFalse()
                .clockSkew(Duration.ofMinutes(2));
        assertThat(options(ProxyTrust.trustEveryPeer(), loose))
                .contains(
                        entry("clockSkewSeconds", 120L),
                        entry("dangerouslyReadMissingAnonymousAsFalse", true),
                        entry("lenientBooleans", true),
                        entry("missingFlags", "least_privilege"),
                        entry("sharedSecrets", 0),
                        entry("trustEveryPeer", true),
                        entry("trustRoles", true));
    }

    @Test
    void addressesAloneAreNotEveryPeer() {
        assertThat(options(ProxyTrust.trustedProxies("192.0.2.0/24"), AuthgearHeaderParser.builder()))
                .contains(entry("sharedSecrets", 0), entry("trustEveryPeer", false), entry("trustedProxies", 1));
    }

    @Test
    void secretsAddressesAndHeaderNamesAreNotTold() {
        ProxyTrust trust = ProxyTrust.sharedSecret(SECRET, SECRET.toUpperCase(java.util.Locale.ROOT))
                .andTrustedProxies("192.0.2.0/24")
                .withSecretHeader("x-hidden");
        Map<String, Object> options = options(trust, AuthgearHeaderParser.builder());
        assertThat(options).contains(entry("sharedSecrets", 2), entry("trustedProxies", 1));
        assertThat(options.toString()).doesNotContainIgnoringCase(SECRET).doesNotContain("192.0.2", "x-hidden");
    }

    private static Map<String, Object> options(ProxyTrust trust, AuthgearHeaderParser.Builder parser) {
        return AuthgearAuthenticator.builder(trust)
                .parser(parser.build())
                .build()
                .options();
    }
}
