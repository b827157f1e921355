package com.authgear.headers.spring;

import com.authgear.headers.AuthgearPrincipal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Keeps the typed principal, where Spring's own provider would replace it by a UserDetails. Never a bean. */
final class AuthgearAuthenticationProvider implements AuthenticationProvider {
    private final AuthgearAuthoritiesMapper mapper;

    AuthgearAuthenticationProvider(AuthgearAuthoritiesMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        return authentication.getPrincipal() instanceof AuthgearPrincipal principal
                ? new PreAuthenticatedAuthenticationToken(principal, NoCredentials.VALUE, mapper.authorities(principal))
                : null;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return PreAuthenticatedAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
