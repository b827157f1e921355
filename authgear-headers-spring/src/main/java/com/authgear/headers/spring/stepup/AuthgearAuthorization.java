package com.authgear.headers.spring.stepup;

import com.authgear.headers.StepUpRule;
import java.time.Duration;

/**
 * Step-up rules for requests:
 * {@code requests.requestMatchers("/transfer/**").access(recentLogin(Duration.ofMinutes(5)))}.
 *
 * <p>Each asks for a user, too: a request without one gets the plain 401. Where a role is required as well, put the
 * role first in {@code AuthorizationManagers.allOf}: a user without it is then not asked for another login. Stateless.
 */
public final class AuthgearAuthorization {
    private AuthgearAuthorization() {}

    /**
     * Requires a recent login.
     *
     * @param <T> what is to be authorized
     * @param maxAge how old the login may be: whole seconds, from one to 365 days
     * @return the manager
     * @throws IllegalArgumentException if the age is anything else
     */
    public static <T> StepUpAuthorizationManager<T> recentLogin(Duration maxAge) {
        return stepUp(StepUpRule.recentLogin(maxAge));
    }

    /**
     * Requires a login by all of these methods, see {@link StepUpRule#amr}: no released Authgear server sends them.
     *
     * @param <T> what is to be authorized
     * @param methods values of {@link com.authgear.headers.AuthenticationMethods}, without the device token
     * @return the manager
     * @throws IllegalArgumentException if no method is given, or one is unknown or proves nothing
     */
    public static <T> StepUpAuthorizationManager<T> amr(String... methods) {
        return stepUp(StepUpRule.amr(methods));
    }

    /**
     * Requires what a rule says, such as both, or another {@link StepUpRule#justNow(Duration) justNow}.
     *
     * @param <T> what is to be authorized
     * @param rule the rule
     * @return the manager
     */
    public static <T> StepUpAuthorizationManager<T> stepUp(StepUpRule rule) {
        return new StepUpAuthorizationManager<>(rule);
    }
}
