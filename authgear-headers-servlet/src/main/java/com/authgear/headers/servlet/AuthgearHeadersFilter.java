package com.authgear.headers.servlet;

import com.authgear.headers.ProxyTrust;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
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
    private volatile @Nullable RequestGate gate;

    /** For {@code web.xml}: configured by init-params, see {@link #init}. */
    public AuthgearHeadersFilter() {}

    AuthgearHeadersFilter(RequestGate gate) {
        this.gate = gate;
    }

    /**
     * Starts a filter. An identity is required everywhere until the builder says otherwise.
     *
     * @param trust how requests through the proxy are known; there is no default
     * @return a builder
     */
    public static FilterBuilder builder(ProxyTrust trust) {
        return new FilterBuilder(trust);
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
        FilterRegistration.Dynamic registration = context.addFilter(AuthgearHeadersFilter.class.getName(), this);
        if (registration == null) {
            throw new IllegalStateException("an AuthgearHeadersFilter is registered already");
        }
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
        return registration;
    }

    /**
     * Reads the init-params of {@code web.xml}, unless this filter came from the builder. One of them must state the
     * trust: {@code sharedSecretEnvironment} (the name of an environment variable), {@code sharedSecretFile},
     * {@code sharedSecret} (visible to whoever reads the descriptor or JMX, where Tomcat and Jetty publish the init-params
     * of filters: prefer the two others; two secrets are separated by white space), {@code trustedProxies} (separated by commas) or {@code trustEveryPeer}. The others are
     * {@code secretHeader}, {@code trustRoles}, {@code missingFlags} ({@code refuse} or {@code least_privilege}),
     * {@code clockSkewSeconds},
     * {@code credentialTripwire}, {@code optional}, {@code optionalPaths} (separated by commas; the root is {@code ""}),
     * {@code refuseInvalidSessions}, {@code allowPreflight}, and {@code cacheControl}: they mean what the builder's
     * methods of these names do. A handler, a listener or a peer resolver of one's own needs the builder.
     *
     * @param config the filter's configuration
     * @throws ServletException if no trust is stated, or a parameter is unknown or malformed; says which and the remedy
     */
    @Override
    public void init(FilterConfig config) throws ServletException {
        RequestGate ready = gate;
        if (ready == null) {
            ready = new InitParameters(config).gate();
            gate = ready;
        }
        UpgradeOrder.check(config);
        JettyUpgradeOrder.keep(config);
        ready.announce(config.getServletContext());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request instanceof HttpServletRequest httpRequest && response instanceof HttpServletResponse httpResponse) {
            ready().doFilter(httpRequest, httpResponse, chain);
        } else {
            throw new ServletException("AuthgearHeadersFilter protects HTTP requests only");
        }
    }

    /** Logs what was counted and not yet printed. */
    @Override
    public void destroy() {
        RequestGate ready = gate;
        if (ready != null) {
            ready.close();
        }
    }

    private RequestGate ready() throws ServletException {
        RequestGate ready = gate;
        if (ready == null) {
            throw new ServletException("AuthgearHeadersFilter was not initialised: call init, or use its builder");
        }
        return ready;
    }
}
