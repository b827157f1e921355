package com.authgear.headers.spring;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearIdentityFilter;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the chains of an application share: the deciding filter, the authorities, and the treatment of invalid sessions.
 * Spring Boot's auto-configuration defines it as a bean from the properties, and {@link AuthgearHeadersConfigurer} uses
 * that bean for each option that a chain does not set. Immutable and thread-safe.
 */
public final class AuthgearHeadersSupport {
    private final AuthgearIdentityFilter filter;
    private final @Nullable AuthgearAuthoritiesMapper authorities;
    private final boolean refuseInvalidSessions;

    private AuthgearHeadersSupport(
            AuthgearIdentityFilter filter,
            @Nullable AuthgearAuthoritiesMapper authorities,
            boolean refuseInvalidSessions) {
        this.filter = filter;
        this.authorities = authorities;
        this.refuseInvalidSessions = refuseInvalidSessions;
    }

    /**
     * Builds the deciding filter, and treats an invalid session as none.
     *
     * @param trust how requests through the proxy are known
     * @param options changes the options of the deciding filter, its clock and handlers among them
     * @return with the authorities of the {@link AuthgearAuthoritiesMapper} bean, or the default ones without that bean
     */
    public static AuthgearHeadersSupport of(ProxyTrust trust, Consumer<AuthgearIdentityFilter.Builder> options) {
        AuthgearIdentityFilter.Builder builder = AuthgearIdentityFilter.builder(trust);
        options.accept(builder);
        return new AuthgearHeadersSupport(builder.build(), null, false);
    }

    /**
     * The same with other authorities.
     *
     * @param mapper maps a user to authorities
     * @return a new one
     */
    public AuthgearHeadersSupport withAuthorities(AuthgearAuthoritiesMapper mapper) {
        return new AuthgearHeadersSupport(filter, Objects.requireNonNull(mapper, "mapper"), refuseInvalidSessions);
    }

    /**
     * The same with another treatment of invalid sessions.
     *
     * @param refuse true to answer 401 on public paths too; false (the default) to treat them as none
     * @return a new one
     */
    public AuthgearHeadersSupport withRefuseInvalidSessions(boolean refuse) {
        return new AuthgearHeadersSupport(filter, authorities, refuse);
    }

    /** {@return the filter that decides and hides; it answers nothing} */
    public AuthgearIdentityFilter filter() {
        return filter;
    }

    @Nullable
    AuthgearAuthoritiesMapper authorities() {
        return authorities;
    }

    boolean refuseInvalidSessions() {
        return refuseInvalidSessions;
    }
}
