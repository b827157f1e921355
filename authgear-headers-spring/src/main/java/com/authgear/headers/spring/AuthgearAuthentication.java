package com.authgear.headers.spring;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.spring.stepup.StepUpClock;
import java.time.Clock;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * A user of the headers, and the clock by which the time of the login was read, so that rules of step-up judge it by the
 * same one, in whatever thread and context they are asked.
 */
final class AuthgearAuthentication extends PreAuthenticatedAuthenticationToken implements StepUpClock {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Clock clock;

    AuthgearAuthentication(
            AuthgearPrincipal principal, Collection<? extends GrantedAuthority> authorities, Clock clock) {
        super(principal, NoCredentials.VALUE, authorities);
        this.clock = clock;
    }

    @Override
    public Clock clock() {
        return clock == null ? Clock.systemUTC() : clock;
    }
}
