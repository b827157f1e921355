package com.authgear.headers.servlet;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.AuthgearHeaderParser;
import com.authgear.headers.ProxyTrust;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Options of the {@link AuthgearHeadersFilter}. Not thread-safe. */
public final class FilterBuilder {
    private final AuthgearHeaderParser.Builder parser = AuthgearHeaderParser.builder();
    private final AuthgearAuthenticator.Builder authenticator;
    OptionalPaths optionalPaths = OptionalPaths.none();
    boolean refuseInvalidSessions;
    boolean allowPreflight;
    boolean cacheControl = true;
    boolean decideOnly;
    PeerResolver peerResolver = PeerResolver.ofContainer();
    UnauthorizedHandler unauthorizedHandler = new ProblemUnauthorizedHandler();
    StepUpHandler stepUpHandler = new ProblemStepUpHandler();
    Clock clock = Clock.systemUTC();
    RefusalLog log = new RefusalLog();
    final List<AuthgearRequestListener> listeners = new ArrayList<>();

    FilterBuilder(ProxyTrust trust) {
        authenticator = AuthgearAuthenticator.builder(trust);
    }

    /**
     * Options of the parser, such as {@code parser -> parser.trustRoles(true)}.
     *
     * @param options changes the parser's builder
     * @return this
     */
    public FilterBuilder parser(Consumer<AuthgearHeaderParser.Builder> options) {
        options.accept(parser);
        return this;
    }

    /**
     * Whether an identity without any credential is refused, see
     * {@link AuthgearAuthenticator.Builder#credentialTripwire}.
     *
     * @param value true by default
     * @return this
     */
    public FilterBuilder credentialTripwire(boolean value) {
        authenticator.credentialTripwire(value);
        return this;
    }

    /**
     * Requires no identity anywhere, whatever was said before: without one the request goes on, without a principal. Headers are checked all the
     * same, and forged ones answered 401.
     *
     * @return this
     */
    public FilterBuilder optional() {
        optionalPaths = OptionalPaths.all();
        return this;
    }

    /**
     * Requires no identity on these paths, instead of those said before.
     *
     * <p>They are compared from the context's root on, decoded, with regard to case. A path is optional only if no router
     * can read a different one out of the request target, as it was sent and as earlier filters show it: it begins with the
     * context's path byte for byte; no segment is {@code .} or {@code ..}, and only the last is empty; there is no
     * {@code ;}; and only those characters are escaped that must be, as {@code %20} and {@code %C3%A9}, but no {@code /},
     * {@code \} or {@code %}. Everywhere else an identity is required. So a link to such a path must not carry
     * {@code ;jsessionid}: set the session tracking mode to COOKIE.
     *
     * <p>What the container rewrites ahead of all filters cannot be seen, and paths are compared with what it wrote: Tomcat's
     * {@code RewriteValve}, Jetty's {@code RewriteHandler}, and Undertow, which decodes the URI if
     * {@code ALLOW_UNESCAPED_CHARACTERS_IN_URL} is set. A forward to another page is the
     * application's decision, see {@link AuthgearRequests#require}.
     *
     * @param patterns servlet url-patterns: {@code /exact}, {@code /prefix/*}, or the empty one for the root of the context
     * @return this
     * @throws IllegalArgumentException if one is none of these, or {@code *.extension}: it would open every page that can be
     *     asked for under such a name
     */
    public FilterBuilder optionalPaths(String... patterns) {
        optionalPaths = OptionalPaths.of(patterns);
        return this;
    }

    /**
     * Whether an {@linkplain com.authgear.headers.AuthgearSession.Invalid invalid session} is answered 401 where
     * identity is optional too. Off by default: a stale cookie would keep its owner from the login page.
     *
     * @param value true to refuse
     * @return this
     */
    public FilterBuilder refuseInvalidSessions(boolean value) {
        refuseInvalidSessions = value;
        return this;
    }

    /**
     * Whether a CORS preflight without identity goes on where one is required. Off by default: put a CORS filter before
     * this one, and preflights never get here.
     *
     * @param value true to let them go on
     * @return this
     */
    public FilterBuilder allowPreflight(boolean value) {
        allowPreflight = value;
        return this;
    }

    /**
     * Whether answers to a valid session carry {@code Cache-Control: private, no-store} until the application states a
     * {@code Cache-Control} of its own. On by default: a cache between the client and here, which sees one URL, would
     * hand one user's page to the next (RFC 9111, section 3.5).
     *
     * @param value false to leave caching to the application alone
     * @return this
     */
    public FilterBuilder cacheControl(boolean value) {
        cacheControl = value;
        return this;
    }

    /**
     * Never answers: decides, hides the headers and lets every request go on, a refused one without a user. For adapters
     * whose framework answers, which must ask {@link AuthgearRequests#refusal}: refused is as well a request without a
     * valid session whose target is not plain, see {@link #optionalPaths}, since no rule about paths can be applied to it.
     *
     * @return this
     */
    public FilterBuilder decideOnly() {
        decideOnly = true;
        return this;
    }

    /**
     * Who names the socket peer.
     *
     * @param value {@link PeerResolver#ofContainer()} by default
     * @return this
     */
    public FilterBuilder peerResolver(PeerResolver value) {
        peerResolver = Objects.requireNonNull(value, "peerResolver");
        return this;
    }

    /**
     * Who answers where an identity is required and missing, or refused.
     *
     * @param value by default a 401 with a challenge and a problem+json body
     * @return this
     */
    public FilterBuilder unauthorizedHandler(UnauthorizedHandler value) {
        unauthorizedHandler = Objects.requireNonNull(value, "unauthorizedHandler");
        return this;
    }

    /**
     * Who answers where a {@linkplain com.authgear.headers.StepUpRule rule of step-up} is not satisfied.
     *
     * @param value by default a 401 with the challenge of RFC 9470, or a 403, and a problem+json body
     * @return this
     */
    public FilterBuilder stepUpHandler(StepUpHandler value) {
        stepUpHandler = Objects.requireNonNull(value, "stepUpHandler");
        return this;
    }

    /**
     * The clock that the time of a login is compared with, by the parser and by rules of step-up.
     *
     * @param value the system's by default
     * @return this
     */
    public FilterBuilder clock(Clock value) {
        clock = Objects.requireNonNull(value, "clock");
        parser.clock(value);
        return this;
    }

    /**
     * Who is told what was decided of each request, beside those given before.
     *
     * @param value one more
     * @return this
     */
    public FilterBuilder listener(AuthgearRequestListener value) {
        listeners.add(Objects.requireNonNull(value, "listener"));
        return this;
    }

    /** {@return the filter} */
    public AuthgearHeadersFilter build() {
        return new AuthgearHeadersFilter(gate());
    }

    RequestGate gate() {
        return new RequestGate(authenticator.parser(parser.build()).build(), this);
    }
}
