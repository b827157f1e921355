package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.AuthgearHeaderParser;
import com.authgear.headers.ProxyTrust;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Options of the filters that decide the identity of a request, and of the answers of {@link AuthgearRequests} behind
 * them. Not thread-safe.
 *
 * @param <B> the builder that has these options
 */
public abstract sealed class IdentityOptions<B extends IdentityOptions<B>>
        permits AuthgearIdentityFilter.Builder, AuthgearHeadersFilter.Builder {
    private final AuthgearHeaderParser.Builder parser = AuthgearHeaderParser.builder();
    private final AuthgearAuthenticator.Builder authenticator;
    private final ProxyTrust trust;
    boolean cacheControl = true;
    PeerResolver peerResolver = PeerResolver.ofContainer();

    @Nullable
    UnauthorizedHandler unauthorizedHandler;

    @Nullable
    StepUpHandler stepUpHandler;

    private @Nullable AuthgearLogin login;
    RefusalLog log = new RefusalLog();
    final List<AuthgearRequestListener> listeners = new ArrayList<>();

    IdentityOptions(ProxyTrust trust) {
        this.trust = trust;
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
     * Whether answers to a valid session carry {@code Cache-Control: private, no-store} unless the application sets a
     * {@code Cache-Control} of its own. On by default: a shared cache, which sees one URL for all users, would hand one
     * user's page to the next (RFC 9111, section 3.5).
     *
     * @param value false to leave caching to the application alone
     * @return this
     */
    public B cacheControl(boolean value) {
        cacheControl = value;
        return self();
    }

    /**
     * Finds the socket peer of a request.
     *
     * @param value {@link PeerResolver#ofContainer()} by default
     * @return this
     */
    public B peerResolver(PeerResolver value) {
        peerResolver = Objects.requireNonNull(value, "peerResolver");
        return self();
    }

    /**
     * Redirects browsers that ask for a page to the login of Authgear; other clients keep the 401. Then
     * {@link #unauthorizedHandler} and, for a challenge, {@link #stepUpHandler} are not called for pages.
     *
     * @param value none by default
     * @return this
     */
    public B login(AuthgearLogin value) {
        login = Objects.requireNonNull(value, "login");
        return self();
    }

    /**
     * Answers a request whose identity is missing or refused, except a page that is redirected to the {@link #login}.
     *
     * @param value by default a 401 with a challenge and a problem+json body
     * @return this
     */
    public B unauthorizedHandler(UnauthorizedHandler value) {
        unauthorizedHandler = Objects.requireNonNull(value, "unauthorizedHandler");
        return self();
    }

    /**
     * Answers a request that does not satisfy a {@linkplain com.authgear.headers.StepUpRule step-up rule}, except a page
     * that is redirected to the {@link #login}.
     *
     * @param value by default a 401 with the challenge of RFC 9470, or a 403, and a problem+json body
     * @return this
     */
    public B stepUpHandler(StepUpHandler value) {
        stepUpHandler = Objects.requireNonNull(value, "stepUpHandler");
        return self();
    }

    /**
     * The clock with which the parser and step-up rules compare the time of a login.
     *
     * @param value the system's by default
     * @return this
     */
    public B clock(Clock value) {
        parser.clock(value);
        return self();
    }

    /**
     * Adds a listener that is notified of each decision.
     *
     * @param value one more listener
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

    @Nullable
    LoginFlow login(Clock clock, Consumer<HttpServletRequest> withoutSession) {
        return login == null ? null : new LoginFlow(login, trust, clock, withoutSession);
    }

    abstract B self();
}
