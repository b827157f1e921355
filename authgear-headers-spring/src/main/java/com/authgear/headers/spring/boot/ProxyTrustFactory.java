package com.authgear.headers.spring.boot;

import com.authgear.headers.ProxyTrust;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the trust that the properties state. Every failure names its property. */
record ProxyTrustFactory(AuthgearHeadersProperties properties) {
    private static final String PREFIX = "authgear.headers.";

    ProxyTrust trust() {
        ProxyTrust secret = secret();
        boolean addresses = !properties.trustedProxies().isEmpty();
        if (properties.trustEveryPeer()) {
            if (secret != null || addresses) {
                throw new ConfigurationFailure(
                        PREFIX + "trust-every-peer contradicts the secret or the addresses beside it.",
                        "Remove " + PREFIX + "trust-every-peer.");
            }
            return ProxyTrust.trustEveryPeer();
        }
        if (secret == null) {
            return addresses ? named("trusted-proxies", () -> ProxyTrust.trustedProxies(ranges())) : notStated();
        }
        ProxyTrust known = named("secret-header", () -> secret.withSecretHeader(properties.secretHeader()));
        return addresses ? named("trusted-proxies", () -> known.andTrustedProxies(ranges())) : known;
    }

    private @Nullable ProxyTrust secret() {
        String current = properties.sharedSecret();
        if (properties.sharedSecretFile() != null) {
            return named("shared-secret-file", this::secretOfFile);
        }
        if (current == null && properties.previousSharedSecret() != null) {
            throw new ConfigurationFailure(
                    PREFIX + "previous-shared-secret stands alone.", "Set " + PREFIX + "shared-secret as well.");
        }
        return current == null ? null : named("shared-secret", () -> secretOfValues(current));
    }

    private ProxyTrust secretOfFile() {
        if (properties.sharedSecret() != null || properties.previousSharedSecret() != null) {
            throw new IllegalArgumentException("the secret is given as a value too: keep one of the two");
        }
        return ProxyTrust.sharedSecretFile(Objects.requireNonNull(properties.sharedSecretFile()));
    }

    private ProxyTrust secretOfValues(String current) {
        return ProxyTrust.sharedSecret(
                Stream.concat(Stream.of(current), Stream.ofNullable(properties.previousSharedSecret()))
                        .toArray(String[]::new));
    }

    private String[] ranges() {
        return properties.trustedProxies().toArray(String[]::new);
    }

    private static <T> T named(String property, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new ConfigurationFailure(
                    "The property " + PREFIX + property + " cannot be used: " + e.getMessage() + ".",
                    "Correct " + PREFIX + property + ".");
        }
    }

    private static ProxyTrust notStated() {
        throw new ConfigurationFailure(
                "The x-authgear-* headers are read, and nothing says how a request through your proxy is known: anybody"
                        + " could be any user.",
                """
                Add this, and let the proxy send the same value in the header x-proxy-secret (make one with: openssl rand -hex 32):

                    authgear.headers.shared-secret=${AUTHGEAR_PROXY_SECRET}

                Or, where nothing but the proxy can reach this application, its addresses:

                    authgear.headers.trusted-proxies=10.1.2.3""");
    }
}
