package com.authgear.headers.spring;

import com.authgear.headers.AuthgearPrincipal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
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
        List<GrantedAuthority> merged = new ArrayList<>(others.size() + proved.size());
        for (GrantedAuthority other : others) {
            if (!AuthgearFactors.isIn(proved, other.getAuthority())) {
                merged.add(other);
            }
        }
        merged.addAll(proved);
        return Collections.unmodifiableList(merged);
    }
}
