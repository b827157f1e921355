package com.authgear.headers.spring;

import com.authgear.headers.AuthenticationMethods;
import com.authgear.headers.AuthgearPrincipal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;

/**
 * Which factors of Spring Security 7 a user's authentication methods prove: a table from {@code amr} to
 * {@code FACTOR_…} authorities.
 *
 * <p>Each is issued when the user authenticated, so that {@code RequiredFactor.validDuration} asks for a recent login and
 * {@code @EnableMultiFactorAuthentication} for several factors, without anything kept between requests. Where the time is
 * unknown the authority has none, and no rule that asks for a duration takes it. A time that lies in the future, which
 * the parser's clock skew bounds, counts from then. On Spring Security 6.5 there are no factors.
 *
 * <p>Social and enterprise logins carry no {@code amr} and so no factor. A remembered device
 * ({@link AuthenticationMethods#DEVICE_TOKEN}) proves none unless mapped. Immutable and thread-safe.
 */
public final class AuthgearFactors {
    private static final Pattern FACTOR = Pattern.compile("FACTOR_[A-Z0-9_]{1,64}");
    private static final AuthgearFactors NONE = new AuthgearFactors(Map.of());
    private static final AuthgearFactors DEFAULTS = NONE.map(AuthenticationMethods.PWD, "FACTOR_PASSWORD")
            .map(AuthenticationMethods.OTP, "FACTOR_OTT")
            .map(AuthenticationMethods.PASSKEY, "FACTOR_WEBAUTHN");

    private final Map<String, String> table;

    private AuthgearFactors(Map<String, String> table) {
        this.table = table;
    }

    /**
     * {@code pwd} is {@code FACTOR_PASSWORD}, {@code otp} (a code from an app, by e-mail or by SMS) {@code FACTOR_OTT} and
     * {@code x_passkey} {@code FACTOR_WEBAUTHN}.
     *
     * @return the default table
     */
    public static AuthgearFactors defaults() {
        return DEFAULTS;
    }

    /** {@return a table in which nothing proves anything} */
    public static AuthgearFactors none() {
        return NONE;
    }

    /**
     * The same with one method more, or mapped otherwise. Several may map to one factor.
     *
     * @param method one of {@link AuthenticationMethods}
     * @param authority of the form {@code FACTOR_[A-Z0-9_]{1,64}}, such as {@code FACTOR_MFA}
     * @return a new table
     * @throws IllegalArgumentException if the method is not listed there, or the authority not of that form
     */
    public AuthgearFactors map(String method, String authority) {
        if (!AuthenticationMethods.isListed(method)) {
            throw new IllegalArgumentException("the authentication method \"" + method
                    + "\" is not in AuthenticationMethods; if Authgear sends it all the same, say mapUnlisted");
        }
        return mapUnlisted(method, authority);
    }

    /**
     * As {@link #map}, for a method that Authgear sends and this version does not know.
     *
     * @param method a value of {@code amr}
     * @param authority of the form {@code FACTOR_[A-Z0-9_]{1,64}}
     * @return a new table
     * @throws IllegalArgumentException if the authority is not of that form
     */
    public AuthgearFactors mapUnlisted(String method, String authority) {
        if (!FACTOR.matcher(authority).matches()) {
            throw new IllegalArgumentException(
                    "the factor of \"" + method + "\" must be FACTOR_ and then A-Z, 0-9 or _, such as FACTOR_MFA");
        }
        return changed(copy -> copy.put(method, authority));
    }

    /**
     * The same without one method, which then proves nothing.
     *
     * @param method a value of {@code amr}
     * @return a new table
     * @throws IllegalArgumentException if it is not in the table: a typing error would leave another one there
     */
    public AuthgearFactors without(String method) {
        if (!table.containsKey(method)) {
            throw new IllegalArgumentException(
                    "the authentication method \"" + method + "\" has no factor that could be taken away");
        }
        return changed(copy -> copy.remove(method));
    }

    /**
     * What a user's methods prove; one authority a factor, since Spring Security looks at the first.
     *
     * @param principal the user of the request
     * @return the authorities, immutable; empty on Spring Security 6.5
     */
    public Collection<GrantedAuthority> authorities(AuthgearPrincipal principal) {
        if (!FactorAuthority.isSupported() || principal.amr().isEmpty()) {
            return List.of();
        }
        List<GrantedAuthority> proved = new ArrayList<>(principal.amr().size());
        for (String method : principal.amr()) {
            String factor = table.get(method);
            if (factor != null && !isIn(proved, factor)) {
                proved.add(FactorAuthority.of(factor, principal.authenticatedAt()));
            }
        }
        return Collections.unmodifiableList(proved);
    }

    /** Whether there is an authority of this name: there are a few at most. */
    static boolean isIn(Collection<? extends GrantedAuthority> authorities, @Nullable String name) {
        for (GrantedAuthority authority : authorities) {
            if (Objects.equals(authority.getAuthority(), name)) {
                return true;
            }
        }
        return false;
    }

    /** {@return the table, in alphabetical order} */
    @Override
    public String toString() {
        return "AuthgearFactors" + new TreeMap<>(table);
    }

    private AuthgearFactors changed(Consumer<Map<String, String>> change) {
        Map<String, String> copy = new HashMap<>(table);
        change.accept(copy);
        return new AuthgearFactors(copy);
    }
}
