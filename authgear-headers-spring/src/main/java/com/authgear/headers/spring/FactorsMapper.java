package com.authgear.headers.spring;

import com.authgear.headers.AuthenticationMethods;
import com.authgear.headers.AuthgearPrincipal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.security.core.GrantedAuthority;

/** A mapper, and the factors that a login and its methods prove besides. */
record FactorsMapper(AuthgearAuthoritiesMapper base, Map<String, String> factors) implements AuthgearAuthoritiesMapper {
    private static final Pattern FACTOR = Pattern.compile("FACTOR_[A-Z0-9_]{1,64}");

    FactorsMapper {
        factors = Map.copyOf(factors);
        factors.forEach(FactorsMapper::check);
    }

    /** The factors that an application states, rather than the defaults: it may expect them to be there. */
    static FactorsMapper stated(AuthgearAuthoritiesMapper base, Map<String, String> factors) {
        FactorsMapper mapper = new FactorsMapper(base, factors);
        if (!factors.isEmpty()) {
            AuthenticationMethods.warnNotSent("A factor of " + new TreeMap<>(mapper.factors));
        }
        return mapper;
    }

    @Override
    public Collection<? extends GrantedAuthority> authorities(AuthgearPrincipal principal) {
        Collection<? extends GrantedAuthority> others = base.authorities(principal);
        Map<String, GrantedAuthority> proved = proved(principal);
        if (proved.isEmpty()) {
            return others;
        }
        List<GrantedAuthority> merged = new ArrayList<>(others);
        // One authority of a name, since Spring Security looks at the first: the one that knows the time.
        merged.removeIf(other -> proved.containsKey(other.getAuthority()));
        merged.addAll(proved.values());
        return Collections.unmodifiableList(merged);
    }

    @Override
    public AuthgearAuthoritiesMapper withFactors(Map<String, String> others) {
        return stated(base, others);
    }

    /** The user's factors by their names, empty on Spring Security 6.5. */
    private Map<String, GrantedAuthority> proved(AuthgearPrincipal principal) {
        FactorAuthority factory = FactorAuthority.FACTORY;
        if (factory == null || principal.isAnonymous()) {
            return Map.of();
        }
        Map<String, GrantedAuthority> proved = new LinkedHashMap<>();
        if (principal.authenticatedAt().isPresent()) {
            proved.put(FACTOR_LOGIN, factory.of(FACTOR_LOGIN, principal.authenticatedAt()));
        }
        for (String method : principal.amr()) {
            String factor = factors.get(method);
            if (factor != null) {
                proved.computeIfAbsent(factor, name -> factory.of(name, principal.authenticatedAt()));
            }
        }
        return proved;
    }

    private static void check(String method, String factor) {
        if (!AuthenticationMethods.isListed(method)) {
            throw new IllegalArgumentException(
                    "the authentication method \"" + method + "\" is not in AuthenticationMethods");
        }
        if (factor.equals(FACTOR_LOGIN)) {
            throw new IllegalArgumentException("the factor of \"" + method + "\" must not be " + FACTOR_LOGIN
                    + ", which every login at a known time proves");
        }
        if (!FACTOR.matcher(factor).matches()) {
            throw new IllegalArgumentException("the factor of \"" + method
                    + "\" must be FACTOR_ and 1 to 64 of A-Z, 0-9 and _, such as FACTOR_MFA");
        }
    }
}
