package com.authgear.headers.spring.stepup;

import com.authgear.headers.StepUpRule;
import java.time.Duration;

/**
 * Rules of step-up for requests: {@code requests.requestMatchers("/transfer/**").access(recentLogin(Duration.ofMinutes(5)))}.
 *
 * <p>Each asks for a user, too: nobody gets the plain 401. To ask for a role beside it, put the role first in
 * {@code AuthorizationManagers.allOf}, so that nobody logs in again in vain. Stateless.
 */
public final class AuthgearAuthorization {
    private AuthgearAuthorization() {}

    /**
     * Asks for a login that is not older than this.
     *
     * @param <T> what is to be authorized
     * @param maxAge whole seconds, from one to 365 days
     * @return the manager
     * @throws IllegalArgumentException if the age is anything else
     */
    public static <T> StepUpAuthorizationManager<T> recentLogin(Duration maxAge) {
        return stepUp(StepUpRule.recentLogin(maxAge));
    }

    /**
     * Asks for a login by all of these methods.
     *
     * @param <T> what is to be authorized
     * @param methods values of {@link com.authgear.headers.AuthenticationMethods}, but the device token
     * @return the manager
     * @throws IllegalArgumentException if there is none, or one is unknown or proves nothing
     */
    public static <T> StepUpAuthorizationManager<T> amr(String... methods) {
        return stepUp(StepUpRule.amr(methods));
    }

    /**
     * Asks for what a rule says, such as both.
     *
     * @param <T> what is to be authorized
     * @param rule the rule
     * @return the manager
     */
    public static <T> StepUpAuthorizationManager<T> stepUp(StepUpRule rule) {
        return new StepUpAuthorizationManager<>(rule);
    }
}
