package com.authgear.headers.defences;

import java.util.List;

/** Whether a request came through the proxy. */
final class TrustDefences {
    private static final SourceFile TRUST = SourceFile.core("ProxyTrust");
    private static final SourceFile SECRETS = SourceFile.core("SharedSecrets");
    private static final SourceFile AUTHENTICATOR = SourceFile.core("AuthgearAuthenticator");

    static final List<Defence> ALL = List.of(
            Defence.of(
                    "the secret is asked for",
                    TRUST,
                    "secrets == null ? null : secrets.check(headers.values(secretHeader))",
                    "null"),
            Defence.of("the secret must be there", SECRETS, "return UntrustedReason.SECRET_MISSING;", "return null;"),
            Defence.of(
                    "the secret must be right",
                    SECRETS,
                    "matches(line.getBytes(StandardCharsets.UTF_8)) ? null : UntrustedReason.SECRET_MISMATCH",
                    "null"),
            Defence.of(
                    "the secret must be there once",
                    SECRETS,
                    "return UntrustedReason.SECRET_REPEATED;",
                    "return matches(line.getBytes(StandardCharsets.UTF_8)) ? null : UntrustedReason.SECRET_MISMATCH;"),
            Defence.of(
                    "a secret has different characters",
                    SECRETS,
                    "secret.chars().distinct().count() < MIN_DISTINCT",
                    "false"),
            Defence.of("a secret is no repetition", SECRETS, "if (repeats(secret)) {", "if (false) {"),
            Defence.of("a secret holds no placeholder", SECRETS, "if (isPlaceholder(secret)) {", "if (false) {"),
            Defence.of(
                    "the address must be trusted",
                    TRUST,
                    "contains(IpAddress.of(peer.get())) ? null : UntrustedReason.PEER_UNTRUSTED",
                    "null"),
            Defence.of("an unknown address is refused", TRUST, "return UntrustedReason.PEER_UNKNOWN;", "return null;"),
            Defence.of(
                    "both secret and address must hold",
                    TRUST,
                    "reason == null && !ranges.isEmpty() ?",
                    "secrets == null && !ranges.isEmpty() ?"),
            Defence.of(
                    "an identity needs a credential beside it",
                    AUTHENTICATOR,
                    "if (credentialTripwire) {",
                    "if (false) {"),
            Defence.of(
                    "a credential has one of the resolver's names",
                    SourceFile.core("RequestCredentials"),
                    "if (isCredential(pairs)) {",
                    "if (!pairs.text().isEmpty()) {"));

    private TrustDefences() {}
}
