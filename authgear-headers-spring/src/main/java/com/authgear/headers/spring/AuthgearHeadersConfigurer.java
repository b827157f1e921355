package com.authgear.headers.spring;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearIdentityFilter;
import com.authgear.headers.spring.stepup.StepUpTranslationFilter;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Authenticates a chain by the Authgear headers: {@code http.with(authgearHeaders(), withDefaults())}.
 *
 * <p>What the chain does not say here comes from the {@link AuthgearHeadersSupport} bean, which Spring Boot defines.
 * Without that bean {@link #trust(ProxyTrust)} must be said.
 *
 * <p>It puts the filter after that for CORS and before that for CSRF, so that a forged POST is refused before it; answers
 * 401 where a rule asks for authentication, and the challenge or the 403 of step-up where one asks for another login; and
 * keeps request cache and CSRF token out of the HTTP session, unless the chain configures those itself <em>after</em> this.
 *
 * <p>A request without an identity and a refused one get one answer, by the entry point of the chain: the application's,
 * if it sets one here or by {@code exceptionHandling()}, else the 401 of {@link AuthgearAuthenticationEntryPoint}.
 *
 * <p>Authorization rules are the chain's own. But where routers may read different paths out of the request target (dot
 * segments, empty segments, {@code ;}, needless escapes) no rule opens anything: without a valid session such a request is
 * refused, unless an {@code HttpFirewall} has refused it before.
 *
 * <p>Another login belongs into another chain: one that stands in this chain would be asked after the headers, and outrank
 * them.
 *
 * <p>The user is kept in the request alone, whatever the chain says of sessions, and a request is no new login: the HTTP
 * session of the application keeps its id and its content, the CSRF token stays, and {@code sessionFixation()},
 * {@code maximumSessions()} and a {@code securityContextRepository()} of the chain have no effect.
 */
public final class AuthgearHeadersConfigurer extends AbstractHttpConfigurer<AuthgearHeadersConfigurer, HttpSecurity> {
    /** Not {@code AnyRequestMatcher}: the entry point would take the place of one that the chain has for that matcher. */
    private static final RequestMatcher EVERY_REQUEST = request -> true;

    private final SecurityContextRepository repository = new RequestAttributeSecurityContextRepository();
    private @Nullable AuthgearIdentityFilter identity;
    private @Nullable AuthgearAuthoritiesMapper authorities;
    private @Nullable Boolean refuseInvalidSessions;
    private @Nullable AuthenticationEntryPoint entryPoint;
    private @Nullable RefusedAsNobody refused;

    private AuthgearHeadersConfigurer() {}

    /** {@return a new configurer} */
    public static AuthgearHeadersConfigurer authgearHeaders() {
        return new AuthgearHeadersConfigurer();
    }

    /**
     * How this chain knows requests through the proxy, instead of what the bean says. All of
     * {@link #trust(ProxyTrust, Consumer)} is at its defaults.
     *
     * @param trust the trust
     * @return this
     */
    public AuthgearHeadersConfigurer trust(ProxyTrust trust) {
        return trust(trust, options -> {});
    }

    /**
     * How this chain knows requests through the proxy and decides, instead of all that the bean says of it: clock,
     * handlers, listeners, options of the parser.
     *
     * @param trust the trust
     * @param options changes the options of the deciding filter
     * @return this
     */
    public AuthgearHeadersConfigurer trust(ProxyTrust trust, Consumer<AuthgearIdentityFilter.Builder> options) {
        AuthgearIdentityFilter.Builder builder = AuthgearIdentityFilter.builder(trust);
        options.accept(builder);
        identity = builder.build();
        return this;
    }

    /**
     * What users have in this chain.
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
     * Answers requests without an identity, where a rule asks for one, and refused requests, alike. The same as
     * {@code exceptionHandling(handling -> handling.authenticationEntryPoint(value))}: what is said last counts. It is
     * called as Spring Security calls entry points, before the body of the request has been read.
     *
     * @param value by default a 401 as of the servlet filter
     * @return this
     */
    public AuthgearHeadersConfigurer entryPoint(AuthenticationEntryPoint value) {
        entryPoint = Objects.requireNonNull(value, "value");
        if (refused != null) {
            setEntryPoint(getBuilder(), value);
        }
        return this;
    }

    /** Called when the configurer is added: what the chain says later about cache, CSRF and entry point wins. */
    @Override
    public void setBuilder(HttpSecurity http) {
        super.setBuilder(http);
        refused = new RefusedAsNobody(getSecurityContextHolderStrategy());
        if (http.getSharedObject(RequestCache.class) == null) {
            http.setSharedObject(RequestCache.class, new NullRequestCache());
        }
        CsrfConfigurer<HttpSecurity> csrf = csrf(http);
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
        ExceptionHandlingConfigurer<HttpSecurity> exceptions = exceptions(http);
        if (exceptions != null) {
            exceptions
                    .defaultAuthenticationEntryPointFor(new AuthgearAuthenticationEntryPoint(), EVERY_REQUEST)
                    .withObjectPostProcessor(refused());
        } else if (entryPoint != null) {
            throw new IllegalStateException(
                    "authgearHeaders().entryPoint(...) needs exceptionHandling(), which this chain has disabled");
        }
        keepUserInRequest(http);
    }

    @Override
    public void configure(HttpSecurity http) {
        AuthgearPreAuthenticatedProcessingFilter filter = filter(http.getSharedObject(ApplicationContext.class));
        filter.setAuthenticationFailureHandler(refused());
        http.addFilterBefore(postProcess(filter), CsrfFilter.class);
        http.addFilterAfter(new StepUpTranslationFilter(), ExceptionTranslationFilter.class);
    }

    /**
     * {@code SessionManagementFilter} takes a user whom the chain's repository does not contain for one who has just logged
     * in: it changes the id of the HTTP session and the CSRF token. Its configurer has been initialized already, with
     * another repository, and reads this one when it is initialized again.
     */
    private void keepUserInRequest(HttpSecurity http) {
        http.setSharedObject(SecurityContextRepository.class, repository);
        SessionManagementConfigurer<HttpSecurity> sessions = sessions(http);
        if (sessions != null) {
            sessions.init(http);
        }
    }

    private AuthgearPreAuthenticatedProcessingFilter filter(ApplicationContext context) {
        AuthgearHeadersSupport shared =
                context.getBeanProvider(AuthgearHeadersSupport.class).getIfAvailable();
        AuthgearIdentityFilter deciding = identity;
        if (deciding == null && shared != null) {
            deciding = shared.filter();
        }
        if (deciding == null) {
            throw new IllegalStateException(
                    "authgearHeaders() needs to know how it knows the proxy: say"
                            + " authgearHeaders().trust(ProxyTrust.sharedSecret(...)), or define an AuthgearHeadersSupport bean");
        }
        boolean refusing = refuseInvalidSessions == null
                ? shared != null && shared.refuseInvalidSessions()
                : refuseInvalidSessions;
        return new AuthgearPreAuthenticatedProcessingFilter(
                deciding, authorities(context, shared), refusing, repository, getSecurityContextHolderStrategy());
    }

    /** What the chain says, or what is shared, or a bean, or the default. */
    private AuthgearAuthoritiesMapper authorities(ApplicationContext context, @Nullable AuthgearHeadersSupport shared) {
        if (authorities != null) {
            return authorities;
        }
        AuthgearAuthoritiesMapper said = shared == null ? null : shared.authorities();
        return said == null
                ? context.getBeanProvider(AuthgearAuthoritiesMapper.class)
                        .getIfAvailable(AuthgearAuthoritiesMapper::withDefaults)
                : said;
    }

    private RefusedAsNobody refused() {
        return Objects.requireNonNull(refused, "setBuilder comes first");
    }

    /** {@link #init} refuses the start where there is nothing that it could be set to. */
    private static void setEntryPoint(HttpSecurity http, AuthenticationEntryPoint value) {
        ExceptionHandlingConfigurer<HttpSecurity> exceptions = exceptions(http);
        if (exceptions != null) {
            exceptions.authenticationEntryPoint(value);
        }
    }

    @SuppressWarnings("unchecked")
    private static @Nullable CsrfConfigurer<HttpSecurity> csrf(HttpSecurity http) {
        return http.getConfigurer(CsrfConfigurer.class);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable ExceptionHandlingConfigurer<HttpSecurity> exceptions(HttpSecurity http) {
        return http.getConfigurer(ExceptionHandlingConfigurer.class);
    }

    @SuppressWarnings("unchecked")
    private static @Nullable SessionManagementConfigurer<HttpSecurity> sessions(HttpSecurity http) {
        return http.getConfigurer(SessionManagementConfigurer.class);
    }
}
