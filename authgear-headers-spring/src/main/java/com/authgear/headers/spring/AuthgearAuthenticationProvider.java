package com.authgear.headers.spring;

import com.authgear.headers.AuthgearPrincipal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** Keeps the typed principal, where Spring's own provider would replace it by a UserDetails. Never a bean. */
final class AuthgearAuthenticationProvider implements AuthenticationProvider {
    private final AuthgearAuthoritiesMapper mapper;
    private final Clock clock;

    AuthgearAuthenticationProvider(AuthgearAuthoritiesMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        return authentication.getPrincipal() instanceof AuthgearPrincipal principal
                ? new AuthgearAuthentication(principal, mapper.authorities(principal), clock)
                : null;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return PreAuthenticatedAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
