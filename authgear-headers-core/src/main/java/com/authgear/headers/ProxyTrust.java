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
 * How the application knows that a request came through the proxy. There is no default: say one.
 *
 * <p>A shared secret is the one to use. The proxy sets it in the very place where it sets the identity headers, so that
 * a location that forgot them has no secret either. It does <em>not</em> help against a proxy that lets a client's own
 * identity headers through: that proxy adds the secret to them. Immutable and thread-safe; {@link #toString()} tells no
 * secret.
 */
public final class ProxyTrust {
    /** The header that carries the secret unless told otherwise. */
    public static final String DEFAULT_SECRET_HEADER = "x-proxy-secret";

    /** Hiding one of these would blind the application and the tripwire. */
    private static final List<String> TAKEN = List.of(
            "Accept",
            "Authorization",
            "Connection",
            "Content-Length",
            "Content-Type",
            "Cookie",
            "Expect",
            "Host",
            "Origin",
            "Transfer-Encoding",
            "Upgrade",
            "User-Agent");

    private static final List<IpRange> NO_RANGES = List.of();

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
     * <p>A secret has 32 to 512 characters of visible ASCII, at least 6 different ones; it is no repetition of a unit of 12
     * or fewer, and holds no placeholder that was not replaced: <code>${NAME}</code>, {@code $(NAME)}, <code>{{...}}</code>,
     * or all of it between {@code <} and {@code >}. That keeps out what was left unset or typed in a hurry; it does not
     * prove that a secret is hard to guess. Make one with {@code openssl rand -hex 32}.
     *
     * @param values one secret, or two while it is being changed
     * @return the rule
     * @throws IllegalArgumentException if they are not of that form; the message holds no secret
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
     * Trusts a request whose socket peer has one of these addresses. Alone it leads to a warning at start: it cannot
     * notice a location of the proxy that forgot to set or remove a header.
     *
     * @param ranges literal IPv4 or IPv6 addresses or CIDR ranges, at least one; no names, no {@code /0}
     * @return the rule
     * @throws IllegalArgumentException if one is not of that form
     */
    public static ProxyTrust trustedProxies(String... ranges) {
        return new ProxyTrust(null, DEFAULT_SECRET_HEADER, parse(ranges));
    }

    /**
     * Trusts every request: whoever reaches the application can be any user. Leads to a warning at start.
     *
     * @return the rule
     */
    public static ProxyTrust trustEveryPeer() {
        return new ProxyTrust(null, DEFAULT_SECRET_HEADER, NO_RANGES);
    }

    /**
     * The same rule and this one besides: both must hold.
     *
     * @param ranges as for {@link #trustedProxies}; they replace ranges given before
     * @return a new rule
     * @throws IllegalArgumentException if one is not of that form
     */
    public ProxyTrust andTrustedProxies(String... ranges) {
        return new ProxyTrust(secrets, secretHeader, parse(ranges));
    }

    /**
     * The same rule with another name for the secret's header.
     *
     * @param name a field name of its own, outside the {@code x-authgear-} names, so that rules about those leave it alone
     * @return a new rule
     * @throws IllegalArgumentException if it is not one, or if there is no secret to carry
     */
    public ProxyTrust withSecretHeader(String name) {
        if (!FieldNames.isToken(name) || AuthgearHeader.isReserved(name) || isTaken(name)) {
            throw new IllegalArgumentException(
                    "the secret's header needs a field name of its own, neither x-authgear-... nor a standard one");
        }
        if (secrets == null) {
            throw new IllegalArgumentException("a secret's header needs a shared secret");
        }
        return new ProxyTrust(secrets, name, ranges);
    }

    /** {@return whether a request must come from one of some addresses, with or without a secret} */
    public boolean trustsAddresses() {
        return !ranges.isEmpty();
    }

    /** {@return whether an address is all that a request needs, so that it must not be one that a client can claim} */
    public boolean trustsAddressesAlone() {
        return secrets == null && !ranges.isEmpty();
    }

    /** {@return what an operator should be told once at start, one line each; empty where a secret is asked for} */
    public List<String> startupWarnings() {
        if (secrets != null) {
            return List.of();
        }
        return List.of(ranges.isEmpty() ? StartupWarnings.EVERY_PEER_TRUSTED : StartupWarnings.ADDRESSES_ALONE);
    }

    /** {@return how many secrets and ranges there are, and nothing of what they are} */
    @Override
    public String toString() {
        int count = secrets == null ? 0 : secrets.count();
        return count == 0 && ranges.isEmpty()
                ? "ProxyTrust[every peer]"
                : String.format(Locale.ROOT, "ProxyTrust[secrets=%d, ranges=%d]", count, ranges.size());
    }

    /** Whether a header is the secret's, or would be if other characters than letters and digits were hyphens. */
    boolean isSecretHeader(String name) {
        return secrets != null && FieldNames.alike(name, secretHeader);
    }

    /** Why a request is not trusted, or null if it is. Asks for the peer only where addresses matter. */
    @Nullable
    UntrustedReason check(HeaderSource headers, Supplier<Optional<InetAddress>> peer) {
        UntrustedReason reason = secrets == null ? null : secrets.check(headers.values(secretHeader));
        return reason == null && !ranges.isEmpty() ? checkPeer(peer.get()) : reason;
    }

    /** The refusal of a request that carries an identity all the same. */
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

    private static boolean isTaken(String name) {
        return TAKEN.stream().anyMatch(taken -> FieldNames.equal(taken, name));
    }

    private static ProxyTrust of(SharedSecrets secrets) {
        return new ProxyTrust(secrets, DEFAULT_SECRET_HEADER, NO_RANGES);
    }

    private static List<IpRange> parse(String... ranges) {
        if (ranges.length == 0) {
            throw new IllegalArgumentException("trustedProxies needs at least one address or range");
        }
        return Arrays.stream(ranges).map(IpRange::parse).toList();
    }
}
