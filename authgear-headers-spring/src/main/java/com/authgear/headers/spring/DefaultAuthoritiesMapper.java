package com.authgear.headers.spring;

import com.authgear.headers.AuthgearPrincipal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The user's kind, whether verified, and the roles. */
record DefaultAuthoritiesMapper(String rolePrefix) implements AuthgearAuthoritiesMapper {
    private static final GrantedAuthority IS_USER = new SimpleGrantedAuthority(USER);
    private static final GrantedAuthority IS_ANONYMOUS = new SimpleGrantedAuthority(ANONYMOUS);
    private static final GrantedAuthority IS_VERIFIED = new SimpleGrantedAuthority(VERIFIED);

    DefaultAuthoritiesMapper {
        if (rolePrefix.isBlank() || rolePrefix.startsWith("AUTHGEAR_") || rolePrefix.startsWith("FACTOR_")) {
            throw new IllegalArgumentException(
                    "the role prefix must not be empty, nor AUTHGEAR_ or FACTOR_: a role could"
                            + " be taken for something that it is not");
        }
    }

    @Override
    public List<GrantedAuthority> authorities(AuthgearPrincipal principal) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        authorities.add(principal.isAnonymous() ? IS_ANONYMOUS : IS_USER);
        if (principal.isVerified()) {
            authorities.add(IS_VERIFIED);
        }
        principal.roles().forEach(role -> authorities.add(new SimpleGrantedAuthority(rolePrefix + role)));
        return List.copyOf(authorities);
    }
}
