package com.authgear.headers.spring;

import com.authgear.headers.ProxyTrust;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.ExceptionHandlingConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Authenticates a chain by the Authgear headers: {@code http.with(authgearHeaders(), withDefaults())}.
 *
 * <p>It puts the filter after that for CORS and before that for CSRF, so that a forged POST gets the plain 401; answers
 * 401 where a rule asks for authentication, and the challenge or the 403 of step-up where one asks for another login; and
 * keeps request cache and CSRF token out of the HTTP session, unless the chain configures those itself <em>after</em> this.
 *
 * <p>Authorization rules are the chain's own. But where routers may read different paths out of the request target (dot
 * segments, empty segments, {@code ;}, needless escapes) no rule opens anything: without a valid session such a request gets
 * the plain 401, unless an {@code HttpFirewall} has refused it before.
 *
 * <p>Another login belongs into another chain: one that stands in this chain would be asked after the headers, and outrank
 * them.
 *
 * <p>The user is kept in the request alone, whatever the chain says of sessions, and a request is no new login: the HTTP
 * session of the application keeps its id and its content, the CSRF token stays, and {@code sessionFixation()},
 * {@code maximumSessions()} and a {@code securityContextRepository()} of the chain have no effect.
 */
public final class AuthgearHeadersConfigurer extends AbstractHttpConfigurer<AuthgearHeadersConfigurer, HttpSecurity> {
    private final SecurityContextRepository repository = new RequestAttributeSecurityContextRepository();
    private @Nullable AuthgearHeadersSupport support;

    private AuthgearHeadersConfigurer() {}

    /** {@return a new configurer; it uses the {@link AuthgearHeadersSupport} bean unless told otherwise} */
    public static AuthgearHeadersConfigurer authgearHeaders() {
        return new AuthgearHeadersConfigurer();
    }

    /**
     * Uses this instead of the bean.
     *
     * @param value filter and authorities
     * @return this
     */
    public AuthgearHeadersConfigurer support(AuthgearHeadersSupport value) {
        support = value;
        return this;
    }

    /**
     * Uses this trust, with all other options at their defaults, instead of the bean.
     *
     * @param trust how requests through the proxy are known
     * @return this
     */
    public AuthgearHeadersConfigurer trust(ProxyTrust trust) {
        return support(AuthgearHeadersSupport.of(trust, options -> {}));
    }

    /** Called when the configurer is added: what the chain says later about cache and CSRF wins. */
    @Override
    public void setBuilder(HttpSecurity http) {
        super.setBuilder(http);
        if (http.getSharedObject(RequestCache.class) == null) {
            http.setSharedObject(RequestCache.class, new NullRequestCache());
        }
        CsrfConfigurer<HttpSecurity> csrf = csrf(http);
        if (csrf != null) {
            csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                    .requireCsrfProtectionMatcher(new SessionCsrfMatcher());
        }
    }

    @Override
    public void init(HttpSecurity http) {
        ExceptionHandlingConfigurer<HttpSecurity> exceptions = exceptions(http);
        if (exceptions != null) {
            exceptions.defaultAuthenticationEntryPointFor(
                    new AuthgearAuthenticationEntryPoint(), AnyRequestMatcher.INSTANCE);
        }
        keepUserInRequest(http);
    }

    @Override
    public void configure(HttpSecurity http) {
        AuthgearPreAuthenticatedProcessingFilter filter = new AuthgearPreAuthenticatedProcessingFilter(
                support(http), repository, getSecurityContextHolderStrategy());
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

    private AuthgearHeadersSupport support(HttpSecurity http) {
        if (support != null) {
            return support;
        }
        ApplicationContext context = http.getSharedObject(ApplicationContext.class);
        AuthgearHeadersSupport bean =
                context.getBeanProvider(AuthgearHeadersSupport.class).getIfAvailable();
        if (bean == null) {
            throw new IllegalStateException("authgearHeaders() needs to know how it knows the proxy: define an"
                    + " AuthgearHeadersSupport bean, or say authgearHeaders().trust(ProxyTrust.sharedSecret(...))");
        }
        return bean;
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
