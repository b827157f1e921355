package com.authgear.headers;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Turns a request into its session: checks that the request came through the proxy, then reads its headers.
 *
 * <p>Every adapter decides through this class. It does <em>not</em> notice a proxy that passes a client's own headers
 * on together with the secret, nor a proxy cache that mixes up the answers for two users: prevent both in the proxy.
 * Immutable and thread-safe.
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
     * Finds the session. An untrusted request without identity headers, such as a health probe, has none.
     *
     * @param headers the request's headers
     * @param peer gives the address at the other end of the socket, not the one in {@code X-Forwarded-For}; empty when
     *     unknown. Called at most once, and only if the trust names addresses.
     * @return one of the three sessions, never null
     * @throws UntrustedHeadersException if identity headers did not come through the proxy
     * @throws MalformedHeadersException if the headers are not what the resolver sends
     */
    public AuthgearSession authenticate(HeaderSource headers, Supplier<Optional<InetAddress>> peer) {
        UntrustedReason reason = trust.check(headers, peer);
        if (reason == null) {
            return authenticate(headers);
        }
        if (hasIdentity(headers)) {
            throw trust.refusal(reason);
        }
        return AuthgearSession.none();
    }

    private AuthgearSession authenticate(HeaderSource headers) {
        IdentityHeaders scan = new IdentityHeaders(headers);
        AuthgearSession session = parser.parse(scan);
        if (credentialTripwire) {
            AuthgearHeader identity = scan.firstPresent(null);
            if (identity != null && !scan.hasCredentials(headers)) {
                throw MalformedReason.IDENTITY_WITHOUT_CREDENTIALS.of(identity);
            }
        }
        return session;
    }

    /**
     * Whether application code must not see a header: its name is {@linkplain AuthgearHeader#isReserved reserved}, or
     * it carries the secret.
     *
     * @param headerName a field name
     * @return true if it must be hidden
     */
    public boolean hides(String headerName) {
        return AuthgearHeader.isReserved(headerName) || trust.isSecretHeader(headerName);
    }

    /** {@return warnings for the operator, to be logged once at start, one line each} */
    public List<String> startupWarnings() {
        return trust.startupWarnings();
    }

    /** {@return the options, for the log; without the secret} */
    @Override
    public String toString() {
        return trust + ", roles " + (parser.trustsRoles() ? "trusted" : "off") + ", credential tripwire "
                + (credentialTripwire ? "on" : "off");
    }

    /** True for malformed headers, too: the fault to report is that they bypassed the proxy. */
    private static boolean hasIdentity(HeaderSource headers) {
        try {
            return new IdentityHeaders(headers).firstPresent(null) != null;
        } catch (MalformedHeadersException e) {
            return true;
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
         * Whether an identity on a request without any credential is refused; on by default. The resolver finds no
         * session without a credential, so such an identity is forged or comes from a badly keyed cache. It detects
         * mistakes and does not stop an attacker, who can add a junk cookie. Turn it off where the proxy strips
         * credentials.
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
