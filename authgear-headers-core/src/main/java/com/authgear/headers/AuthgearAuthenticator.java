package com.authgear.headers;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * From a request to its session: was it sent through the proxy, do its headers agree with each other, who is it?
 *
 * <p>Every adapter, whatever its server, decides through this class. It can <em>not</em> see a client's own headers
 * behind a proxy that passes them on together with the secret, nor an answer that a badly keyed proxy cache mixed up:
 * these must be closed in the proxy. Immutable and thread-safe.
 */
public final class AuthgearAuthenticator {
    private final ProxyTrust trust;
    private final AuthgearHeaderParser parser;
    private final boolean credentialTripwire;

    private AuthgearAuthenticator(Builder builder) {
        trust = builder.trust;
        parser = builder.parser;
        credentialTripwire = builder.credentialTripwire;
    }

    /**
     * Starts an authenticator.
     *
     * @param trust how requests through the proxy are known
     * @return a builder
     */
    public static Builder builder(ProxyTrust trust) {
        return new Builder(trust);
    }

    /**
     * Decides. A request that is not trusted and carries no identity, such as a health probe, has no session.
     *
     * @param headers the request's headers
     * @param peer the address at the other end of the socket, whatever {@code X-Forwarded-For} claims; empty when
     *     unknown. Asked for at most once, and only where addresses are trusted.
     * @return one of the three sessions, never null
     * @throws UntrustedHeadersException for identity headers that did not come through the proxy
     * @throws MalformedHeadersException for headers that are not what the resolver sends
     */
    public AuthgearSession authenticate(HeaderSource headers, Supplier<Optional<InetAddress>> peer) {
        UntrustedReason reason = trust.check(headers, peer);
        if (reason != null) {
            return noneOr(reason, headers);
        }
        IdentityHeaders scan = new IdentityHeaders(headers);
        AuthgearSession session = parser.parse(scan);
        if (credentialTripwire) {
            trip(scan, headers);
        }
        return session;
    }

    /**
     * Whether application code must not see a header: reserved for Authgear, look-alikes and tomorrow's names included,
     * or the secret's.
     *
     * @param headerName a field name
     * @return true if it must be hidden
     */
    public boolean hides(String headerName) {
        return AuthgearHeader.isReserved(headerName) || trust.isSecretHeader(headerName);
    }

    /** {@return what an operator should be told once at start, one line each} */
    public List<String> startupWarnings() {
        return trust.startupWarnings();
    }

    /** {@return the options that matter to an operator, no secret among them} */
    @Override
    public String toString() {
        return trust + ", roles " + (parser.trustsRoles() ? "trusted" : "off") + ", credential tripwire "
                + (credentialTripwire ? "on" : "off");
    }

    private AuthgearSession noneOr(UntrustedReason reason, HeaderSource headers) {
        if (hasIdentity(headers)) {
            throw trust.refusal(reason);
        }
        return AuthgearSession.none();
    }

    /** Whatever is wrong with them, that they came round the proxy is what the operator must hear. */
    private static boolean hasIdentity(HeaderSource headers) {
        try {
            return new IdentityHeaders(headers).firstPresent(null) != null;
        } catch (MalformedHeadersException e) {
            return true;
        }
    }

    private static void trip(IdentityHeaders scan, HeaderSource headers) {
        AuthgearHeader identity = scan.firstPresent(null);
        if (identity != null && !scan.hasCredentials(headers)) {
            throw MalformedReason.IDENTITY_WITHOUT_CREDENTIALS.of(identity);
        }
    }

    /** Options of the authenticator. Not thread-safe. */
    public static final class Builder {
        private final ProxyTrust trust;
        private AuthgearHeaderParser parser = AuthgearHeaderParser.create();
        private boolean credentialTripwire = true;

        private Builder(ProxyTrust trust) {
            this.trust = Objects.requireNonNull(trust, "trust");
        }

        /**
         * The parser.
         *
         * @param value {@link AuthgearHeaderParser#create()} by default
         * @return this
         */
        public Builder parser(AuthgearHeaderParser value) {
            parser = Objects.requireNonNull(value, "parser");
            return this;
        }

        /**
         * Whether an identity on a request without any credential is refused; on by default. The resolver cannot have
         * found a session without one, so it is forged or comes from a badly keyed cache. A tripwire, not a fix: a junk
         * cookie steps over it. Turn it off where the proxy strips credentials.
         *
         * @param value false to turn it off
         * @return this
         */
        public Builder credentialTripwire(boolean value) {
            credentialTripwire = value;
            return this;
        }

        /** {@return the authenticator} */
        public AuthgearAuthenticator build() {
            return new AuthgearAuthenticator(this);
        }
    }
}
