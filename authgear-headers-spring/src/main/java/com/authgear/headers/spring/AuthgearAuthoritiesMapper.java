package com.authgear.headers.spring;

import com.authgear.headers.AuthgearPrincipal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.springframework.security.core.GrantedAuthority;

/**
 * What a user may be asked for in rules. Must be thread-safe and must not keep the principal.
 *
 * <p>Define a bean of this type to replace the default, factors included; {@link #withFactors} adds those to any.
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
     * The authorities of both, those of this mapper first: {@code withDefaults().and(user -> ...)}.
     *
     * @param other what a user has besides
     * @return a new mapper
     */
    default AuthgearAuthoritiesMapper and(AuthgearAuthoritiesMapper other) {
        Objects.requireNonNull(other, "other");
        return principal -> {
            List<GrantedAuthority> both = new ArrayList<>(authorities(principal));
            both.addAll(other.authorities(principal));
            return Collections.unmodifiableList(both);
        };
    }

    /**
     * The same with the factors of this table, instead of those that it may have: on Spring Security 7, and nothing on 6.5.
     * Where it names a factor of the table by itself, the table's counts.
     *
     * @param factors which authentication method proves which factor
     * @return a new mapper
     */
    default AuthgearAuthoritiesMapper withFactors(AuthgearFactors factors) {
        return new FactorsMapper(this, factors);
    }

    /**
     * {@link #USER} or {@link #ANONYMOUS}, {@link #VERIFIED}, {@code ROLE_<key>} for each role, of which there are
     * none unless roles are trusted, and on Spring Security 7 the factors of {@link AuthgearFactors#defaults()}.
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
        return new DefaultAuthoritiesMapper(prefix).withFactors(AuthgearFactors.defaults());
    }
}
