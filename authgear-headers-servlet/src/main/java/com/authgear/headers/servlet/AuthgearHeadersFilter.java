package com.authgear.headers.servlet;

import com.authgear.headers.ProxyTrust;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.SessionTrackingMode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the user whom the Authgear resolver found the principal of the request, and answers 401 where there is none.
 *
 * <p>It believes the headers as far as {@link ProxyTrust} says and can be fooled by a proxy that passes a client's own
 * {@code x-authgear-*} headers on. It does not log anybody in, calls nobody, keeps nothing between requests and creates
 * no session.
 *
 * <p>Map it to {@code /*}, before every other filter but one for CORS, for <em>all</em> dispatcher types and with async
 * supported: {@link #register} does all of it. The identity is decided once a request. Whether one is required is judged
 * on the REQUEST dispatch only, as servlet security constraints are; a forward to something more sensitive asks
 * {@link AuthgearRequests#require}. Thread-safe.
 *
 * <p>Mapped so, it runs before every servlet of its context and before every WebSocket endpoint, those that are added later
 * included: on Jetty the container's filter for the upgrade is moved behind all others, at the start and each time a
 * mapping is added, and where it stands ahead on Tomcat or Undertow the start fails. Other code of the container runs
 * before any filter and is not covered: valves, core handlers, the login of the Servlet specification, the redirect to the
 * context's root, and listeners to requests.
 *
 * <p>What runs behind it sees neither the {@code x-authgear-*} headers nor the secret by the methods of the request. Code
 * that unwraps the request or uses the container's own classes sees them. Jetty 12.0 shows them in the objects of a
 * WebSocket handshake, and the start warns of that.
 */
public final class AuthgearHeadersFilter implements Filter {
    private volatile @Nullable Parts parts;

    /** For {@code web.xml}: configured by init-params, see {@link #init}. */
    public AuthgearHeadersFilter() {}

    private AuthgearHeadersFilter(Parts parts) {
        this.parts = parts;
    }

    /**
     * Starts a filter. An identity is required everywhere until the builder says otherwise.
     *
     * @param trust how requests through the proxy are known; there is no default
     * @return a builder
     */
    public static Builder builder(ProxyTrust trust) {
        return new Builder(trust);
    }

    /**
     * Adds this filter to an application: all paths, all dispatcher types, async, before the filters of its descriptor. A
     * CORS filter, to come before it, must be registered in the same way before this call.
     *
     * @param context the application
     * @return the registration
     * @throws IllegalStateException if there is such a filter already
     */
    public FilterRegistration.Dynamic register(ServletContext context) {
        return AuthgearIdentityFilter.register(context, this);
    }

    /**
     * Reads the init-params of {@code web.xml}, unless this filter came from the builder. One of them must state the
     * trust: {@code sharedSecretEnvironment} (the name of an environment variable), {@code sharedSecretFile},
     * {@code sharedSecret} (readable in the descriptor and by JMX, where Tomcat and Jetty publish the init-params of
     * filters: prefer the two others; beside it {@code previousSharedSecret}, while the secret is being changed),
     * {@code trustedProxies} or {@code trustEveryPeer}. The others are {@code secretHeader}, {@code trustRoles},
     * {@code missingFlags} ({@code refuse} or {@code least-privilege}), {@code clockSkew} (such as {@code 60s}),
     * {@code credentialTripwire}, {@code optional}, {@code optionalPaths} (the root is {@code ""}),
     * {@code refuseInvalidSessions}, {@code allowPreflight}, and {@code cacheControl}: they mean what the builder's
     * methods of these names do. Lists are separated by commas. A handler, a listener or a peer resolver of one's own needs
     * the builder.
     *
     * @param config the filter's configuration
     * @throws ServletException if no trust is stated, or a parameter is unknown or malformed; says which and the remedy
     */
    @Override
    public void init(FilterConfig config) throws ServletException {
        Parts ready = parts;
        if (ready == null) {
            ready = new InitParameters(config).builder().parts();
            parts = ready;
        }
        List<String> warnings = ready.admission().warnings(tracksByUrl(config.getServletContext()));
        AuthgearIdentityFilter.start(config, ready.decider(), ready.admission().toString(), warnings);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest httpRequest
                && response instanceof HttpServletResponse httpResponse)) {
            throw new ServletException("AuthgearHeadersFilter protects HTTP requests only");
        }
        ready().doFilter(httpRequest, httpResponse, chain);
    }

    /** Logs what was counted and not yet printed. */
    @Override
    public void destroy() {
        Parts ready = parts;
        if (ready != null) {
            ready.decider().close();
        }
    }

    private Parts ready() throws ServletException {
        Parts ready = parts;
        if (ready == null) {
            throw new ServletException("AuthgearHeadersFilter was not initialised: call init, or use its builder");
        }
        return ready;
    }

    /** Unknown to some listeners' contexts, and null without sessions. */
    private static boolean tracksByUrl(ServletContext context) {
        Set<SessionTrackingMode> modes = context.getEffectiveSessionTrackingModes();
        return modes != null && modes.contains(SessionTrackingMode.URL);
    }

    /** The way of a request: who is it, may it go on, what does the client hear if not. */
    private record Parts(Decider decider, Admission admission) {
        void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            boolean first = Decision.of(request) == null;
            Decision decision = decider.decide(request, admission);
            if (admission.admits(decision, first, request, response)) {
                decider.pass(decision, request, response, chain);
            } else {
                decider.refuser().unauthorized(decider.visible(decision, request, response), response, decision);
            }
        }
    }

    /** Options of the filter. */
    public static final class Builder extends IdentityOptions<Builder> {
        private OptionalPaths optionalPaths = OptionalPaths.none();
        private boolean refuseInvalidSessions;
        private boolean allowPreflight;

        Builder(ProxyTrust trust) {
            super(trust);
        }

        /**
         * Requires no identity anywhere, whatever was said before: without one the request goes on, without a principal. Headers are checked all the
         * same, and forged ones answered 401.
         *
         * @return this
         */
        public Builder optional() {
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
        public Builder optionalPaths(String... patterns) {
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
        public Builder refuseInvalidSessions(boolean value) {
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
        public Builder allowPreflight(boolean value) {
            allowPreflight = value;
            return this;
        }

        /** {@return the filter} */
        public AuthgearHeadersFilter build() {
            return new AuthgearHeadersFilter(parts());
        }

        private Parts parts() {
            return new Parts(decider(), new Admission(optionalPaths, refuseInvalidSessions, allowPreflight));
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
