package com.authgear.headers.defences;

import java.util.List;

/** The check that a request came through the proxy. */
final class TrustDefences {
    private static final SourceFile TRUST = SourceFile.core("ProxyTrust");
    private static final SourceFile SECRETS = SourceFile.core("SharedSecrets");
    private static final SourceFile AUTHENTICATOR = SourceFile.core("AuthgearAuthenticator");
    private static final SourceFile REQUEST_CREDENTIALS = SourceFile.core("RequestCredentials");

    static final List<Defence> ALL = List.of(
            TRUST.defence(
                    "the secret is asked for",
                    "secrets == null ? null : secrets.check(headers.values(secretHeader))",
                    "null"),
            SECRETS.defence("the secret must be there", "return UntrustedReason.SECRET_MISSING;", "return null;"),
            SECRETS.defence(
                    "the secret must be right",
                    "matches(line.getBytes(StandardCharsets.UTF_8)) ? null : UntrustedReason.SECRET_MISMATCH",
                    "null"),
            SECRETS.defence(
                    "the secret must be there once",
                    "return UntrustedReason.SECRET_REPEATED;",
                    "return matches(line.getBytes(StandardCharsets.UTF_8)) ? null : UntrustedReason.SECRET_MISMATCH;"),
            SECRETS.defence(
                    "a secret has different characters", "secret.chars().distinct().count() < MIN_DISTINCT", "false"),
            SECRETS.defence("a secret is no repetition", "if (repeats(secret)) {", "if (false) {"),
            SECRETS.defence("a secret holds no placeholder", "if (isPlaceholder(secret)) {", "if (false) {"),
            TRUST.defence(
                    "the address must be trusted",
                    "contains(IpAddress.of(peer.get())) ? null : UntrustedReason.PEER_UNTRUSTED",
                    "null"),
            TRUST.defence("an unknown address is refused", "return UntrustedReason.PEER_UNKNOWN;", "return null;"),
            TRUST.defence(
                    "both secret and address must hold",
                    "reason == null && !ranges.isEmpty() ?",
                    "secrets == null && !ranges.isEmpty() ?"),
            AUTHENTICATOR.defence(
                    "an identity needs a credential beside it", "if (credentialTripwire) {", "if (false) {"),
            REQUEST_CREDENTIALS.defence(
                    "a credential has one of the resolver's names",
                    "if (isCredential(pairs)) {",
                    "if (!pairs.text().isEmpty()) {"));

    private TrustDefences() {}
}
