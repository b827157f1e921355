package com.authgear.headers;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the application knows that a request came through the proxy. There is no default.
 *
 * <p>Prefer a shared secret. The proxy sets it in the same place as the identity headers, so that a location without
 * them has no secret either. It does <em>not</em> help if the proxy passes a client's own identity headers on: the
 * proxy adds the secret to them. Immutable and thread-safe; {@link #toString()} reveals no secret.
 */
public final class ProxyTrust {
    /** The default name of the header that carries the secret. */
    public static final String DEFAULT_SECRET_HEADER = "x-proxy-secret";

    /** The secret's header is hidden, but the application or the credential check needs these. */
    private static final List<String> TAKEN =
            List.of(("Accept,Authorization,Connection,Content-Length,Content-Type,Cookie,"
                            + "Expect,Host,Origin,Transfer-Encoding,Upgrade,User-Agent")
                    .split(","));

    static final String EVERY_PEER_TRUSTED =
            "trustEveryPeer is on: anyone who reaches this application can be any user. Use a shared secret unless only"
                    + " the proxy can connect.";
    private static final String ADDRESSES_ALONE =
            "Only addresses are trusted: every location of these proxies that reaches this application must set or"
                    + " remove all nine x-authgear headers. A shared secret, set beside them, notices one that does"
                    + " not.";

    private final @Nullable SharedSecrets secrets;
    private final String secretHeader;
    private final List<IpRange> ranges;

    private ProxyTrust(@Nullable SharedSecrets secrets, String secretHeader, List<IpRange> ranges) {
        this.secrets = secrets;
        this.secretHeader = secretHeader;
        this.ranges = ranges;
    }

    /**
     * Trusts a request with exactly one line of the secret header that equals a secret, compared in constant time.
     *
     * <p>A secret has 32 to 512 visible ASCII characters, at least 6 of them different. It must not repeat a unit of 12
     * or fewer characters, nor contain an unreplaced placeholder: <code>${NAME}</code>, {@code $(NAME)},
     * <code>{{...}}</code>, or a whole value in {@code <...>}. These rules catch unset and carelessly typed values;
     * they do not prove that a secret is hard to guess. Make one with {@code openssl rand -hex 32}.
     *
     * @param values one secret, or two while it is being changed
     * @return the rule
     * @throws IllegalArgumentException if they are not of that form; the message contains no secret
     */
    public static ProxyTrust sharedSecret(String... values) {
        return of(new SharedSecrets(List.of(values)));
    }

    /**
     * As {@link #sharedSecret}, read once, now, from a file that holds one or two secrets separated by white space.
     *
     * @param file the file, in UTF-8
     * @return the rule
     * @throws java.io.UncheckedIOException if it cannot be read
     * @throws IllegalArgumentException if it holds no proper secret
     */
    public static ProxyTrust sharedSecretFile(Path file) {
        return of(SharedSecrets.ofFile(file));
    }

    /**
     * As {@link #sharedSecret}, from an environment variable that holds one or two secrets separated by white space.
     *
     * @param variable its name
     * @return the rule
     * @throws IllegalArgumentException if it is unset or holds no proper secret
     */
    public static ProxyTrust sharedSecretEnvironment(String variable) {
        return of(SharedSecrets.ofVariable(variable, System.getenv(variable)));
    }

    /**
     * Trusts a request whose socket peer has one of these addresses. Without a secret it logs a warning at start: it
     * cannot detect that a location of the proxy forgot to set or remove a header.
     *
     * @param ranges literal IPv4 or IPv6 addresses or CIDR ranges, at least one; no names, no {@code /0}
     * @return the rule
     * @throws IllegalArgumentException if one is not of that form
     */
    public static ProxyTrust trustedProxies(String... ranges) {
        return new ProxyTrust(null, DEFAULT_SECRET_HEADER, parse(ranges));
    }

    /**
     * Trusts every request: anyone who can reach the application can be any user. It logs a warning at start.
     *
     * @return the rule
     */
    public static ProxyTrust trustEveryPeer() {
        return new ProxyTrust(null, DEFAULT_SECRET_HEADER, List.of());
    }

    /**
     * Requires one of these addresses in addition to this rule.
     *
     * @param ranges as for {@link #trustedProxies}; they replace any earlier ones
     * @return a new rule
     * @throws IllegalArgumentException if one is not of that form
     */
    public ProxyTrust andTrustedProxies(String... ranges) {
        return new ProxyTrust(secrets, secretHeader, parse(ranges));
    }

    /**
     * The same rule with another name for the secret's header.
     *
     * @param name a field name that is neither a standard one nor {@linkplain AuthgearHeader#isReserved reserved}
     * @return a new rule
     * @throws IllegalArgumentException if it is not such a name, or if this rule has no secret
     */
    public ProxyTrust withSecretHeader(String name) {
        if (!FieldNames.isToken(name)
                || AuthgearHeader.isReserved(name)
                || TAKEN.stream().anyMatch(taken -> FieldNames.equal(taken, name))) {
            throw new IllegalArgumentException(
                    "the secret's header needs a field name of its own, neither x-authgear-... nor a standard one");
        }
        if (secrets == null) {
            throw new IllegalArgumentException("a secret's header needs a shared secret");
        }
        return new ProxyTrust(secrets, name, ranges);
    }

    /**
     * The HMAC-SHA-256 (RFC 2104) of a message under each secret, for what the application signs and a client keeps.
     * Compare it in constant time.
     *
     * @param message begins with a text that names the purpose, so that no code is valid for another one
     * @return one code for each secret, in their order; empty without a secret
     */
    public List<byte[]> messageAuthenticationCodes(String message) {
        return secrets == null ? List.of() : secrets.messageAuthenticationCodes(message);
    }

    /** {@return whether the rule checks addresses, with or without a secret} */
    public boolean trustsAddresses() {
        return !ranges.isEmpty();
    }

    /** {@return whether the address is the only check, so that it must not be one that a client can claim} */
    public boolean trustsAddressesAlone() {
        return secrets == null && !ranges.isEmpty();
    }

    /** {@return warnings for the operator, to be logged once at start, one line each; none if there is a secret} */
    public List<String> startupWarnings() {
        if (secrets != null) {
            return List.of();
        }
        return List.of(ranges.isEmpty() ? EVERY_PEER_TRUSTED : ADDRESSES_ALONE);
    }

    /** {@return the number of secrets and of ranges} */
    @Override
    public String toString() {
        int count = secrets == null ? 0 : secrets.count();
        return count == 0 && ranges.isEmpty()
                ? "ProxyTrust[every peer]"
                : String.format(Locale.ROOT, "ProxyTrust[secrets=%d, ranges=%d]", count, ranges.size());
    }

    /** Whether a header is the secret's, or an alias of it as {@code x_proxy_secret} is. */
    boolean isSecretHeader(String name) {
        return secrets != null && FieldNames.alike(name, secretHeader);
    }

    /** Why a request is not trusted, or null if it is. Asks for the peer only if there are addresses. */
    @Nullable
    UntrustedReason check(HeaderSource headers, Supplier<Optional<InetAddress>> peer) {
        UntrustedReason reason = secrets == null ? null : secrets.check(headers.values(secretHeader));
        return reason == null && !ranges.isEmpty() ? checkPeer(peer.get()) : reason;
    }

    /** The refusal of an untrusted request that carries an identity. */
    UntrustedHeadersException refusal(UntrustedReason reason) {
        return reason.of(secretHeader);
    }

    private @Nullable UntrustedReason checkPeer(Optional<InetAddress> peer) {
        if (peer.isEmpty()) {
            return UntrustedReason.PEER_UNKNOWN;
        }
        return contains(IpAddress.of(peer.get())) ? null : UntrustedReason.PEER_UNTRUSTED;
    }

    private boolean contains(IpAddress peer) {
        for (IpRange range : ranges) {
            if (range.contains(peer)) {
                return true;
            }
        }
        return false;
    }

    private static ProxyTrust of(SharedSecrets secrets) {
        return new ProxyTrust(secrets, DEFAULT_SECRET_HEADER, List.of());
    }

    private static List<IpRange> parse(String... ranges) {
        if (ranges.length == 0) {
            throw new IllegalArgumentException("trustedProxies needs at least one address or range");
        }
        return Arrays.stream(ranges).map(IpRange::parse).toList();
    }
}
