package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.AuthgearHeaderParser;
import com.authgear.headers.ProxyTrust;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How a request's identity is decided, and how {@link AuthgearRequests} answers behind the filter that decides. Not
 * thread-safe.
 *
 * @param <B> the builder that has these options
 */
public abstract sealed class IdentityOptions<B extends IdentityOptions<B>>
        permits AuthgearIdentityFilter.Builder, AuthgearHeadersFilter.Builder {
    private final AuthgearHeaderParser.Builder parser = AuthgearHeaderParser.builder();
    private final AuthgearAuthenticator.Builder authenticator;
    boolean cacheControl = true;
    PeerResolver peerResolver = PeerResolver.ofContainer();
    UnauthorizedHandler unauthorizedHandler = new ProblemUnauthorizedHandler();
    StepUpHandler stepUpHandler = new ProblemStepUpHandler();
    RefusalLog log = new RefusalLog();
    final List<AuthgearRequestListener> listeners = new ArrayList<>();

    IdentityOptions(ProxyTrust trust) {
        authenticator = AuthgearAuthenticator.builder(trust);
    }

    /**
     * Options of the parser, such as {@code parser -> parser.trustRoles(true)}.
     *
     * @param options changes the parser's builder
     * @return this
     */
    public B parser(Consumer<AuthgearHeaderParser.Builder> options) {
        options.accept(parser);
        return self();
    }

    /**
     * Whether an identity without any credential is refused, see
     * {@link AuthgearAuthenticator.Builder#credentialTripwire}.
     *
     * @param value true by default
     * @return this
     */
    public B credentialTripwire(boolean value) {
        authenticator.credentialTripwire(value);
        return self();
    }

    /**
     * Whether answers to a valid session carry {@code Cache-Control: private, no-store} until the application states a
     * {@code Cache-Control} of its own. On by default: a cache between the client and here, which sees one URL, would
     * hand one user's page to the next (RFC 9111, section 3.5).
     *
     * @param value false to leave caching to the application alone
     * @return this
     */
    public B cacheControl(boolean value) {
        cacheControl = value;
        return self();
    }

    /**
     * Who names the socket peer.
     *
     * @param value {@link PeerResolver#ofContainer()} by default
     * @return this
     */
    public B peerResolver(PeerResolver value) {
        peerResolver = Objects.requireNonNull(value, "peerResolver");
        return self();
    }

    /**
     * Who answers where an identity is required and missing, or refused.
     *
     * @param value by default a 401 with a challenge and a problem+json body
     * @return this
     */
    public B unauthorizedHandler(UnauthorizedHandler value) {
        unauthorizedHandler = Objects.requireNonNull(value, "unauthorizedHandler");
        return self();
    }

    /**
     * Who answers where a {@linkplain com.authgear.headers.StepUpRule rule of step-up} is not satisfied.
     *
     * @param value by default a 401 with the challenge of RFC 9470, or a 403, and a problem+json body
     * @return this
     */
    public B stepUpHandler(StepUpHandler value) {
        stepUpHandler = Objects.requireNonNull(value, "stepUpHandler");
        return self();
    }

    /**
     * The clock that the time of a login is compared with, by the parser and by rules of step-up.
     *
     * @param value the system's by default
     * @return this
     */
    public B clock(Clock value) {
        parser.clock(value);
        return self();
    }

    /**
     * Who is told what was decided of each request, beside those given before.
     *
     * @param value one more
     * @return this
     */
    public B listener(AuthgearRequestListener value) {
        listeners.add(Objects.requireNonNull(value, "listener"));
        return self();
    }

    Decider decider() {
        AuthgearHeaderParser built = parser.build();
        return new Decider(authenticator.parser(built).build(), built.clock(), this);
    }

    abstract B self();
}
