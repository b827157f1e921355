package com.authgear.headers.spring;

import com.authgear.headers.AuthenticationMethods;
import com.authgear.headers.AuthgearPrincipal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.core.GrantedAuthority;

/**
 * Maps a user to the authorities that rules ask for. Must be thread-safe and must not keep the principal.
 *
 * <p>A bean of this type replaces the default, factors included; {@link #withFactors} adds factors to any mapper.
 */
@FunctionalInterface
public interface AuthgearAuthoritiesMapper {
    /** The authority of every user who is not anonymous. */
    String USER = "AUTHGEAR_USER";
    /** The authority of an anonymous user, who has a session but no login that could be repeated. */
    String ANONYMOUS = "AUTHGEAR_ANONYMOUS";
    /** The authority of a verified user. */
    String VERIFIED = "AUTHGEAR_VERIFIED";
    /**
     * On Spring Security 7 the factor of a user who has logged in at a known time, issued at that time; never of an
     * anonymous one. Released Authgear servers send the time with every session, so that
     * {@code RequiredFactor.validDuration} works for this factor.
     */
    String FACTOR_LOGIN = "FACTOR_LOGIN";
    /** What stands before a role key by default. */
    String DEFAULT_ROLE_PREFIX = "ROLE_";

    /**
     * What authentication methods prove by default: {@code pwd} is {@code FACTOR_PASSWORD}, {@code otp} (a code from an
     * app, by e-mail or by SMS) {@code FACTOR_OTT}, and {@code x_passkey} {@code FACTOR_WEBAUTHN}.
     */
    Map<String, String> DEFAULT_FACTORS = Map.of(
            AuthenticationMethods.PWD, "FACTOR_PASSWORD",
            AuthenticationMethods.OTP, "FACTOR_OTT",
            AuthenticationMethods.PASSKEY, "FACTOR_WEBAUTHN");

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
     * @param other maps a user to further authorities
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
     * The authorities of this mapper and, on Spring Security 7, {@link #FACTOR_LOGIN} and one factor for each method of
     * the login that the map names. They replace the factors of an earlier call and an authority of the same name. On
     * 6.5, and to an anonymous user, nothing is added.
     *
     * <p>A factor is issued when the user authenticated, so that {@code RequiredFactor.validDuration} asks for a recent
     * login. Without that time there is no {@code FACTOR_LOGIN}, and the factor of a method is a plain authority and
     * satisfies no duration.
     *
     * <p>No released Authgear server sends a method, so that every user is refused where the factor of one is required;
     * unless the map is empty, a warning says so, once a process. Social and enterprise logins carry no method at all.
     *
     * @param factors from a method listed in {@link AuthenticationMethods} to an authority of the form
     *     {@code FACTOR_[A-Z0-9_]{1,64}} other than {@link #FACTOR_LOGIN}; several methods may have one factor
     * @return a new mapper
     * @throws IllegalArgumentException if a method is not listed there, or an authority is not of that form
     */
    default AuthgearAuthoritiesMapper withFactors(Map<String, String> factors) {
        return FactorsMapper.stated(this, factors);
    }

    /**
     * {@link #USER} or {@link #ANONYMOUS}, {@link #VERIFIED}, {@code ROLE_<key>} for each role, of which there are
     * none unless roles are trusted, and on Spring Security 7 {@link #FACTOR_LOGIN} and the {@link #DEFAULT_FACTORS}.
     *
     * @return the default mapper
     */
    static AuthgearAuthoritiesMapper withDefaults() {
        return withRolePrefix(DEFAULT_ROLE_PREFIX);
    }

    /**
     * The default with another prefix before role keys. A role key such as {@code FACTOR_PASSWORD} stays a role.
     *
     * @param prefix neither blank nor beginning with {@code AUTHGEAR_} or {@code FACTOR_}
     * @return the mapper
     * @throws IllegalArgumentException if it is
     */
    static AuthgearAuthoritiesMapper withRolePrefix(String prefix) {
        return new FactorsMapper(new DefaultAuthoritiesMapper(prefix), DEFAULT_FACTORS);
    }
}
