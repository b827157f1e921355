package com.authgear.headers.spring;

import com.authgear.headers.AuthgearPrincipal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;

/** A mapper and a table of factors. Of one name there is one authority: the table's, which knows the time. */
record FactorsMapper(AuthgearAuthoritiesMapper base, AuthgearFactors factors) implements AuthgearAuthoritiesMapper {
    @Override
    public Collection<? extends GrantedAuthority> authorities(AuthgearPrincipal principal) {
        Collection<? extends GrantedAuthority> others = base.authorities(principal);
        Collection<GrantedAuthority> proved = factors.authorities(principal);
        return proved.isEmpty() ? others : merged(others, proved);
    }

    @Override
    public AuthgearAuthoritiesMapper withFactors(AuthgearFactors other) {
        return new FactorsMapper(base, other);
    }

    private static List<GrantedAuthority> merged(
            Collection<? extends GrantedAuthority> others, Collection<GrantedAuthority> proved) {
        Set<String> names = proved.stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
        List<GrantedAuthority> merged = new ArrayList<>(others);
        merged.removeIf(authority -> names.contains(authority.getAuthority()));
        merged.addAll(proved);
        return List.copyOf(merged);
    }
}
