package com.authgear.headers.spring;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearIdentityFilter;
import com.authgear.headers.servlet.AuthgearRequests;
import com.authgear.headers.spring.stepup.StepUpTranslationFilter;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.SecurityConfigurer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.LogoutConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Authenticates the requests of a chain by the Authgear headers: {@code http.with(authgearHeaders(), withDefaults())}.
 *
 * <p>What is not said here comes from the {@link AuthgearHeadersSupport} bean, which Spring Boot defines. Without that
 * bean {@link #trust(ProxyTrust)} is required.
 *
 * <p>The filter stands behind the CORS filter and before the CSRF filter, so that the CSRF filter never sees a forged
 * POST. Without a login, the answer is 401 where a rule asks for authentication, and a challenge or 403 where a step-up
 * rule, or on Spring Security 7 a required factor, asks for another login. Request cache and
 * CSRF token stay out of the HTTP session, unless the chain configures them <em>after</em> this.
 *
 * <p>A request without an identity and a refused one get the same answer, by the entry point of the chain: the
 * application's, if it sets one here or by {@code exceptionHandling()}, else {@link AuthgearAuthenticationEntryPoint}.
 * That one redirects a browser without an identity if there is a login, and a refused request never.
 *
 * <p>Authorization rules are the chain's own, with one exception: where routers may read different paths out of the
 * request target (dot segments, empty segments, {@code ;}, needless escapes) no rule permits anything. Without a valid
 * session such a request is refused, unless an {@code HttpFirewall} has refused it before.
 *
 * <p>With an {@link com.authgear.headers.servlet.AuthgearLogin}, the default entry point sends browsers to the login, and
 * {@code logout()} of the chain ends the session at Authgear too, unless the chain has a success handler of its own;
 * {@code logoutSuccessUrl} has no effect.
 *
 * <p>Put another kind of login into another chain. In this one it would be asked after the headers and would override
 * them.
 *
 * <p>The user is kept in the request alone, and a request is no new login: the HTTP session of the application keeps
 * its id and its content, the CSRF token stays, and {@code sessionFixation()}, {@code maximumSessions()} and a
 * {@code securityContextRepository()} of the chain have no effect.
 */
public final class AuthgearHeadersConfigurer extends AbstractHttpConfigurer<AuthgearHeadersConfigurer, HttpSecurity> {
    /** {@code AnyRequestMatcher} would replace an entry point that the chain has for that matcher. */
    private static final RequestMatcher EVERY_REQUEST = request -> true;

    private final SecurityContextRepository repository = new RequestAttributeSecurityContextRepository();
    private @Nullable AuthgearIdentityFilter identity;
    private @Nullable AuthgearAuthoritiesMapper authorities;
    private @Nullable Boolean refuseInvalidSessions;
    private @Nullable AuthenticationEntryPoint entryPoint;
    private @Nullable RefusalHandler refused;

    private AuthgearHeadersConfigurer() {}

    /** {@return a new configurer} */
    public static AuthgearHeadersConfigurer authgearHeaders() {
        return new AuthgearHeadersConfigurer();
    }

    /**
     * As {@link #trust(ProxyTrust, Consumer)}, with all options at their defaults.
     *
     * @param trust how requests through the proxy are known
     * @return this
     */
    public AuthgearHeadersConfigurer trust(ProxyTrust trust) {
        return trust(trust, options -> {});
    }

    /**
     * Replaces, for this chain, the deciding filter of the bean with its trust, clock, handlers, listeners, options of
     * the parser, and login.
     *
     * @param trust how requests through the proxy are known
     * @param options changes the options of the deciding filter
     * @return this
     */
    public AuthgearHeadersConfigurer trust(ProxyTrust trust, Consumer<AuthgearIdentityFilter.Builder> options) {
        identity = AuthgearHeadersSupport.of(trust, options).filter();
        return this;
    }

    /**
     * The authorities of users in this chain.
     *
     * @param mapper such as {@code AuthgearAuthoritiesMapper.withDefaults().and(...)}
     * @return this
     */
    public AuthgearHeadersConfigurer authorities(AuthgearAuthoritiesMapper mapper) {
        authorities = Objects.requireNonNull(mapper, "mapper");
        return this;
    }

    /**
     * Whether an invalid session is refused on public paths, too.
     *
     * @param value false unless the bean says otherwise
     * @return this
     */
    public AuthgearHeadersConfigurer refuseInvalidSessions(boolean value) {
        refuseInvalidSessions = value;
        return this;
    }

    /**
     * Answers refused requests, and requests without an identity where a rule asks for one. The same as
     * {@code exceptionHandling(handling -> handling.authenticationEntryPoint(value))}; the later call counts. It is
     * called before the body of the request has been read, as Spring Security calls every entry point. Replaces the
     * redirect to the login, but not that of step-up.
     *
     * @param value by default an {@link AuthgearAuthenticationEntryPoint}
     * @return this
     */
    public AuthgearHeadersConfigurer entryPoint(AuthenticationEntryPoint value) {
        entryPoint = Objects.requireNonNull(value, "value");
        if (refused != null) {
            setEntryPoint(getBuilder(), value);
        }
        return this;
    }

    /** Called when the configurer is added: later settings of cache, CSRF and entry point replace these. */
    @Override
    public void setBuilder(HttpSecurity http) {
        super.setBuilder(http);
        refused = new RefusalHandler(getSecurityContextHolderStrategy());
        if (http.getSharedObject(RequestCache.class) == null) {
            http.setSharedObject(RequestCache.class, new NullRequestCache());
        }
        CsrfConfigurer<HttpSecurity> csrf = configurer(http, CsrfConfigurer.class);
        if (csrf != null) {
            csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                    .requireCsrfProtectionMatcher(new SessionCsrfMatcher());
        }
        if (entryPoint != null) {
            setEntryPoint(http, entryPoint);
        }
    }

    @Override
    public void init(HttpSecurity http) {
        ExceptionHandlingConfigurer<HttpSecurity> exceptions = configurer(http, ExceptionHandlingConfigurer.class);
        if (exceptions != null) {
            exceptions
                    .defaultAuthenticationEntryPointFor(new AuthgearAuthenticationEntryPoint(), EVERY_REQUEST)
                    .withObjectPostProcessor(refused());
        } else if (entryPoint != null) {
            throw new IllegalStateException(
                    "authgearHeaders().entryPoint(...) needs exceptionHandling(), which this chain has disabled");
        }
        keepUserInRequest(http);
        logOutAtAuthgear(http);
    }

    @Override
    public void configure(HttpSecurity http) {
        AuthgearPreAuthenticatedProcessingFilter filter = filter(http);
        filter.setAuthenticationFailureHandler(refused());
        http.addFilterBefore(postProcess(filter), CsrfFilter.class);
        http.addFilterAfter(
                new StepUpTranslationFilter(getSecurityContextHolderStrategy()), ExceptionTranslationFilter.class);
    }

    /**
     * {@code SessionManagementFilter} treats a user whom the chain's repository does not contain as one who has just
     * logged in, and changes the id of the HTTP session and the CSRF token. Its configurer was initialized earlier,
     * with another repository; initialized again, it reads this one.
     */
    private void keepUserInRequest(HttpSecurity http) {
        http.setSharedObject(SecurityContextRepository.class, repository);
        SessionManagementConfigurer<HttpSecurity> sessions = configurer(http, SessionManagementConfigurer.class);
        if (sessions != null) {
            sessions.init(http);
        }
    }

    /** With a login, the chain's {@code logout()} ends the session at Authgear, unless it has a success handler. */
    private void logOutAtAuthgear(HttpSecurity http) {
        LogoutConfigurer<HttpSecurity> logout = configurer(http, LogoutConfigurer.class);
        if (logout != null && deciding(shared(http)).hasLogin()) {
            logout.defaultLogoutSuccessHandlerFor(
                    (request, response, user) -> AuthgearRequests.logout(request, response), EVERY_REQUEST);
        }
    }

    private AuthgearIdentityFilter deciding(@Nullable AuthgearHeadersSupport shared) {
        AuthgearIdentityFilter deciding = identity == null && shared != null ? shared.filter() : identity;
        if (deciding == null) {
            throw new IllegalStateException("authgearHeaders() needs to know how it knows the proxy: say"
                    + " authgearHeaders().trust(ProxyTrust.sharedSecret(...)), or define an"
                    + " AuthgearHeadersSupport bean");
        }
        return deciding;
    }

    private static @Nullable AuthgearHeadersSupport shared(HttpSecurity http) {
        return http.getSharedObject(ApplicationContext.class)
                .getBeanProvider(AuthgearHeadersSupport.class)
                .getIfAvailable();
    }

    private AuthgearPreAuthenticatedProcessingFilter filter(HttpSecurity http) {
        AuthgearHeadersSupport shared = shared(http);
        AuthgearIdentityFilter deciding = deciding(shared);
        boolean refusing = refuseInvalidSessions == null
                ? shared != null && shared.refuseInvalidSessions()
                : refuseInvalidSessions;
        return new AuthgearPreAuthenticatedProcessingFilter(
                deciding,
                authorities(http.getSharedObject(ApplicationContext.class), shared),
                refusing,
                repository,
                getSecurityContextHolderStrategy());
    }

    /** The chain's, else the shared one, else a bean, else the default. */
    private AuthgearAuthoritiesMapper authorities(ApplicationContext context, @Nullable AuthgearHeadersSupport shared) {
        if (authorities != null) {
            return authorities;
        }
        AuthgearAuthoritiesMapper said = shared == null ? null : shared.authorities();
        return said != null
                ? said
                : context.getBeanProvider(AuthgearAuthoritiesMapper.class)
                        .getIfAvailable(AuthgearAuthoritiesMapper::withDefaults);
    }

    private RefusalHandler refused() {
        return Objects.requireNonNull(refused, "setBuilder comes first");
    }

    /** Where exception handling is disabled, {@link #init} stops the start. */
    private static void setEntryPoint(HttpSecurity http, AuthenticationEntryPoint value) {
        ExceptionHandlingConfigurer<HttpSecurity> exceptions = configurer(http, ExceptionHandlingConfigurer.class);
        if (exceptions != null) {
            exceptions.authenticationEntryPoint(value);
        }
    }

    /** The chain's configurer of a generic type, or null if it is disabled. */
    @SuppressWarnings("unchecked")
    private static <C extends SecurityConfigurer<DefaultSecurityFilterChain, HttpSecurity>> @Nullable C configurer(
            HttpSecurity http, Class<? super C> type) {
        return http.getConfigurer((Class<C>) type);
    }
}
