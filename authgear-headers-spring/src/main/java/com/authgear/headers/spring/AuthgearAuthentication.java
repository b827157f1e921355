package com.authgear.headers.spring;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.spring.stepup.StepUpClock;
import java.time.Clock;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * A user of the headers, with the clock by which the time of the login was read: step-up rules judge the login by the
 * same clock, on every thread. In a copy that was serialized it is the system's.
 */
final class AuthgearAuthentication extends PreAuthenticatedAuthenticationToken implements StepUpClock {
    /** Spring Security requires credentials that are not null. */
    static final String NO_CREDENTIALS = "N/A";

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Clock clock;

    AuthgearAuthentication(
            AuthgearPrincipal principal, Collection<? extends GrantedAuthority> authorities, Clock clock) {
        super(principal, NO_CREDENTIALS, authorities);
        this.clock = clock;
    }

    @Override
    public Clock clock() {
        return clock == null ? Clock.systemUTC() : clock;
    }
}
