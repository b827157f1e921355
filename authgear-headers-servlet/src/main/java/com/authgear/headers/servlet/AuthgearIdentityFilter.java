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
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;

/**
 * Decides who sent a request and hides the headers. It requires no identity, and answers only at the addresses of an
 * {@link AuthgearLogin}: every other request goes on, a refused one without a user.
 *
 * <p>For adapters of frameworks with path rules of their own; other applications use {@link AuthgearHeadersFilter},
 * whose Javadoc on mapping and hidden headers holds here, too. An adapter must check {@link AuthgearRequests#refusal}
 * and answer a refused request by {@link AuthgearRequests#unauthorized}. A request without a valid session is also
 * refused if its target is not plain in the sense of {@link AuthgearHeadersFilter.Builder#publicPaths}, because no
 * path rule can be applied to it safely. Thread-safe.
 */
public final class AuthgearIdentityFilter implements Filter {
    private final Decider decider;

    private AuthgearIdentityFilter(Decider decider) {
        this.decider = decider;
    }

    /**
     * Starts a filter.
     *
     * @param trust how requests through the proxy are known; there is no default
     * @return a builder
     */
    public static Builder builder(ProxyTrust trust) {
        return new Builder(trust);
    }

    /**
     * Adds this filter to an application, as {@link AuthgearHeadersFilter#register} does.
     *
     * @param context the application
     * @return the registration
     * @throws IllegalStateException if the application already has such a filter
     */
    public FilterRegistration.Dynamic register(ServletContext context) {
        return register(context, this);
    }

    /** {@return the clock that the time of a login is compared with} */
    public Clock clock() {
        return decider.refuser().clock();
    }

    /** {@return whether it has an {@link AuthgearLogin}, so that {@link AuthgearRequests#logout} can be called} */
    public boolean hasLogin() {
        return decider.refuser().login() != null;
    }

    @Override
    public void init(FilterConfig config) throws ServletException {
        start(config, decider, "answers left to the framework", List.of());
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest httpRequest
                && response instanceof HttpServletResponse httpResponse)) {
            throw new ServletException("AuthgearIdentityFilter protects HTTP requests only");
        }
        Decision decision = decider.decide(httpRequest, PathRules.OF_FRAMEWORK);
        if (!decider.refuser().answersLogin(httpRequest, httpResponse, decision, false)) {
            decider.pass(decision, httpRequest, httpResponse, chain);
        }
    }

    /** Logs the refusals that were counted and not yet logged. */
    @Override
    public void destroy() {
        decider.close();
    }

    static FilterRegistration.Dynamic register(ServletContext context, Filter filter) {
        return register(context, filter, EnumSet.allOf(DispatcherType.class));
    }

    /** Adds a filter of this library: all paths, async, before the filters of the descriptor. */
    static FilterRegistration.Dynamic register(
            ServletContext context, Filter filter, EnumSet<DispatcherType> dispatches) {
        FilterRegistration.Dynamic registration =
                context.addFilter(filter.getClass().getName(), filter);
        if (registration == null) {
            throw new IllegalStateException(filter.getClass().getSimpleName() + " is registered already");
        }
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(dispatches, false, "/*");
        return registration;
    }

    /** Checks that no WebSocket endpoint answers before the filter, and logs the start. */
    static void start(FilterConfig config, Decider decider, String answers, List<String> warnings)
            throws ServletException {
        UpgradeOrder.check(config);
        JettyUpgradeOrder.keep(config);
        decider.announce(config.getServletContext(), answers, warnings);
    }

    /** Options of the filter. */
    public static final class Builder extends IdentityOptions<Builder> {
        private Builder(ProxyTrust trust) {
            super(trust);
        }

        /** {@return the filter} */
        public AuthgearIdentityFilter build() {
            return new AuthgearIdentityFilter(decider());
        }

        @Override
        Builder self() {
            return this;
        }
    }
}
