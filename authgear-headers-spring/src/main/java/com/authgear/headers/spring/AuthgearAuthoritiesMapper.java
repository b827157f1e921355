package com.authgear.headers.spring;

import com.authgear.headers.AuthgearPrincipal;
import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;

/**
 * What a user may be asked for in rules. Must be thread-safe and must not keep the principal.
 *
 * <p>Define a bean of this type to replace the default.
 */
@FunctionalInterface
public interface AuthgearAuthoritiesMapper {
    /** Every user who is not anonymous. */
    String USER = "AUTHGEAR_USER";
    /** An anonymous user: a session, and nobody who could log in again. */
    String ANONYMOUS = "AUTHGEAR_ANONYMOUS";
    /** A verified user. */
    String VERIFIED = "AUTHGEAR_VERIFIED";
    /** What stands before a role key unless told otherwise. */
    String DEFAULT_ROLE_PREFIX = "ROLE_";

    /**
     * Maps a user.
     *
     * @param principal the user of the request
     * @return the authorities, never null
     */
    Collection<? extends GrantedAuthority> authorities(AuthgearPrincipal principal);

    /**
     * {@link #USER} or {@link #ANONYMOUS}, {@link #VERIFIED}, and {@code ROLE_<key>} for each role, of which there are
     * none unless roles are trusted.
     *
     * @return the default mapper
     */
    static AuthgearAuthoritiesMapper withDefaults() {
        return withRolePrefix(DEFAULT_ROLE_PREFIX);
    }

    /**
     * The default with another prefix, so that a role key such as {@code FACTOR_PASSWORD} or {@code AUTHGEAR_VERIFIED}
     * stays a role.
     *
     * @param prefix not empty
     * @return the mapper
     * @throws IllegalArgumentException if the prefix is empty
     */
    static AuthgearAuthoritiesMapper withRolePrefix(String prefix) {
        return new DefaultAuthoritiesMapper(prefix);
    }
}
