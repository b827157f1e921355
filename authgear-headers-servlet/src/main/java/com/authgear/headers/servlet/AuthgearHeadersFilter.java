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
 * Makes the user of the Authgear session the principal of the request, and answers 401 if there is none.
 *
 * <p>It believes the headers as far as {@link ProxyTrust} says; it does <em>not</em> notice a proxy that passes a
 * client's own {@code x-authgear-*} headers on. It makes no network call, keeps nothing between requests and creates
 * no session. It sends browsers to a login only with an {@link AuthgearLogin}. Thread-safe.
 *
 * <p>Map it to {@code /*}, before every other filter except one for CORS, for <em>all</em> dispatcher types and with
 * async supported: {@link #register} does so. The identity is decided once for a request. Whether one is required is
 * decided on the REQUEST dispatch only, as for servlet security constraints; the target of a forward can call
 * {@link AuthgearRequests#require}.
 *
 * <p>With this mapping it runs before every servlet and every WebSocket endpoint of its context, even if they are added
 * later: on Jetty it moves the container's filter for WebSocket upgrades behind all others, at the start and whenever a
 * mapping is added; on Tomcat and Undertow the start fails if that filter is mapped ahead. It does not cover what a
 * container runs before any filter: valves, core handlers, the login of the Servlet specification, the redirect to the
 * context's root, and request listeners.
 *
 * <p>The methods of the request hide the {@code x-authgear-*} headers and the secret from all code behind this filter.
 * Code that unwraps the request or uses the container's own classes still sees them. So do WebSocket endpoints on Jetty
 * 12.0, in the objects of the handshake; the filter logs a warning there.
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
     * Adds this filter to an application: all paths, all dispatcher types, async, before the filters of its descriptor.
     * A CORS filter that comes first must be registered in the same way before this call.
     *
     * @param context the application
     * @return the registration
     * @throws IllegalStateException if the application already has such a filter
     */
    public FilterRegistration.Dynamic register(ServletContext context) {
        return AuthgearIdentityFilter.register(context, this);
    }

    /**
     * Reads the init-params of {@code web.xml}; does not if this filter came from the builder. One of them must state
     * the trust: {@code sharedSecretEnvironment} (the name of an environment variable), {@code sharedSecretFile},
     * {@code sharedSecret} (with {@code previousSharedSecret} while the secret is being changed),
     * {@code trustedProxies} or {@code trustEveryPeer}. Prefer the first two: {@code sharedSecret} can be read in the
     * descriptor, and by JMX on Tomcat and Jetty. The others are {@code secretHeader}, {@code trustRoles},
     * {@code missingFlags} ({@code refuse} or {@code least-privilege}), {@code clockSkew} (such as {@code 60s}),
     * {@code credentialTripwire}, {@code optional}, {@code publicPaths} (the root is {@code ""}),
     * {@code refuseInvalidSessions}, {@code allowPreflight} and {@code cacheControl}: they mean the same as the
     * builder's methods of these names. An {@link AuthgearLogin} is stated by {@code loginEndpoint},
     * {@code loginClientId} and {@code loginBaseUrl}, with {@code loginSigningKeyEnvironment} and {@code logoutByGet}.
     * Lists are separated by commas. Handlers, listeners and a peer resolver can be
     * set in the builder only.
     *
     * @param config the filter's configuration
     * @throws ServletException if no trust is stated, or a parameter is unknown or malformed; the message says what to
     *     do
     */
    @Override
    public void init(FilterConfig config) throws ServletException {
        Parts ready = parts;
        if (ready == null) {
            ready = new InitParameters(config).builder().parts();
            parts = ready;
        }
        List<String> warnings = ready.admission().warnings(tracksByUrl(config.getServletContext()));
        AuthgearIdentityFilter.start(
                config, ready.decider(), ready.admission().publicPaths().toString(), warnings);
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

    /** Logs the refusals that were counted and not yet logged. */
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

    /** The modes are null in an application without sessions. */
    private static boolean tracksByUrl(ServletContext context) {
        Set<SessionTrackingMode> modes = context.getEffectiveSessionTrackingModes();
        return modes != null && modes.contains(SessionTrackingMode.URL);
    }

    /** What happens to a request: decide who sent it, then pass it on or answer 401. */
    private record Parts(Decider decider, Admission admission) {
        void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            boolean first = Decision.of(request) == null;
            Decision decision = decider.decide(request, admission);
            Refuser refuser = decider.refuser();
            if (refuser.answersLogin(request, response, decision, true)) {
                return;
            }
            if (admission.admits(decision, first, request, response)) {
                decider.pass(decision, request, response, chain);
            } else {
                refuser.unauthorized(decider.visible(decision, request, response), response, decision);
            }
        }
    }

    /** Options of the filter. */
    public static final class Builder extends IdentityOptions<Builder> {
        private PublicPaths publicPaths = PublicPaths.NONE;
        private boolean refuseInvalidSessions;
        private boolean allowPreflight;

        Builder(ProxyTrust trust) {
            super(trust);
        }

        /**
         * Requires no identity on any path, and overrides {@link #publicPaths}: a request without one goes on without
         * a principal. Headers are still checked, and forged ones answered 401.
         *
         * @return this
         */
        public Builder optional() {
            publicPaths = PublicPaths.ALL;
            return this;
        }

        /**
         * Requires no identity on these paths, which replace earlier ones.
         *
         * <p>Paths are compared decoded, from the context's root on, with regard to case. A request is on such a path
         * only if no router can read another path from its target, as the client sent it and as earlier filters show
         * it: the target begins with the context's path byte for byte; no segment is {@code .} or {@code ..}, and only
         * the last may be empty; there is no {@code ;}; and only characters that need it are escaped, as {@code %20}
         * and {@code %C3%A9}, never {@code /}, {@code \} or {@code %}. All other targets require an identity. So a link
         * to such a path must not carry {@code ;jsessionid}: set the session tracking mode to COOKIE.
         *
         * <p>Paths are compared with what the container passes to filters. Rewriting before that cannot be detected: by
         * Tomcat's {@code RewriteValve}, by Jetty's {@code RewriteHandler}, and by Undertow, which decodes the URI if
         * {@code ALLOW_UNESCAPED_CHARACTERS_IN_URL} is set. A forward to another page is not checked, see
         * {@link AuthgearRequests#require}.
         *
         * @param patterns servlet url-patterns: {@code /exact}, {@code /prefix/*}, or the empty one for the root of the
         *     context
         * @return this
         * @throws IllegalArgumentException if one is none of these; {@code *.extension} is refused because every page
         *     can be requested under such a name
         */
        public Builder publicPaths(String... patterns) {
            publicPaths = PublicPaths.of(patterns);
            return this;
        }

        /**
         * Whether an {@linkplain com.authgear.headers.AuthgearSession.Invalid invalid session} is answered 401 even
         * where identity is optional. Off by default, since a stale cookie would keep its owner from the login page.
         *
         * @param value true to refuse
         * @return this
         */
        public Builder refuseInvalidSessions(boolean value) {
            refuseInvalidSessions = value;
            return this;
        }

        /**
         * Whether a CORS preflight without identity goes on where one is required. Off by default: a CORS filter before
         * this one answers preflights itself.
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
            return new Parts(decider(), new Admission(publicPaths, refuseInvalidSessions, allowPreflight));
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
