package com.authgear.headers.spring;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import com.authgear.headers.servlet.FilterBuilder;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * What every part of an application shares: the filter that decides, and what becomes of its decision. As a bean it is
 * what {@link AuthgearHeadersConfigurer} uses unless told otherwise. Immutable and thread-safe.
 */
public final class AuthgearHeadersSupport {
    private final AuthgearHeadersFilter filter;
    private final AuthgearAuthoritiesMapper authorities;
    private final boolean refuseInvalidSessions;

    private AuthgearHeadersSupport(
            AuthgearHeadersFilter filter, AuthgearAuthoritiesMapper authorities, boolean refuseInvalidSessions) {
        this.filter = filter;
        this.authorities = Objects.requireNonNull(authorities, "authorities");
        this.refuseInvalidSessions = refuseInvalidSessions;
    }

    /**
     * Builds it.
     *
     * @param trust how requests through the proxy are known
     * @param options changes the options of the deciding filter; paths and answers are Spring Security's
     * @return with the default authorities
     */
    public static AuthgearHeadersSupport of(ProxyTrust trust, Consumer<FilterBuilder> options) {
        FilterBuilder builder = AuthgearHeadersFilter.builder(trust);
        options.accept(builder);
        return new AuthgearHeadersSupport(
                builder.decideOnly().build(), AuthgearAuthoritiesMapper.withDefaults(), false);
    }

    /**
     * The same with other authorities.
     *
     * @param mapper what a user may be asked for
     * @return a new one
     */
    public AuthgearHeadersSupport withAuthorities(AuthgearAuthoritiesMapper mapper) {
        return new AuthgearHeadersSupport(filter, mapper, refuseInvalidSessions);
    }

    /**
     * The same with another treatment of invalid sessions.
     *
     * @param refuse true to answer 401 on public paths too; false (the default) to treat them as none
     * @return a new one
     */
    public AuthgearHeadersSupport withRefusedInvalidSessions(boolean refuse) {
        return new AuthgearHeadersSupport(filter, authorities, refuse);
    }

    /** {@return the filter that decides and hides; it answers nothing} */
    public AuthgearHeadersFilter filter() {
        return filter;
    }

    /**
     * What a request of a user is authenticated as. For tests: it asks no headers, and believes whomever it is given.
     *
     * @param principal the user
     * @return an authentication with the authorities of the mapper
     */
    public Authentication authentication(AuthgearPrincipal principal) {
        return Objects.requireNonNull(new AuthgearAuthenticationProvider(authorities)
                .authenticate(new PreAuthenticatedAuthenticationToken(principal, NoCredentials.VALUE)));
    }

    AuthgearAuthoritiesMapper authorities() {
        return authorities;
    }

    boolean refuseInvalidSessions() {
        return refuseInvalidSessions;
    }
}
