package com.authgear.headers.spring.stepup;

import com.authgear.headers.StepUpRule;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;

/**
 * Grants access where the login of the user satisfies a rule, see {@link AuthgearAuthorization}. Denies it to everybody
 * who was not authenticated by the Authgear headers. A chain with {@code authgearHeaders()} answers the denial.
 * Immutable and thread-safe.
 *
 * @param <T> what is to be authorized, which has no influence
 */
public final class StepUpAuthorizationManager<T> implements AuthorizationManager<T> {
    private final StepUpRule rule;

    StepUpAuthorizationManager(StepUpRule rule) {
        this.rule = Objects.requireNonNull(rule, "rule");
    }

    // Spring Security 6 calls this.
    @Override
    @SuppressWarnings("deprecation")
    public AuthorizationDecision check(Supplier<Authentication> authentication, @Nullable T object) {
        return StepUpDecisions.decide(rule, authentication.get());
    }

    // Spring Security 7 calls this.
    @Override
    public AuthorizationResult authorize(Supplier<Authentication> authentication, @Nullable T object) {
        return check(authentication, object);
    }

    /** {@return the rule, for logs} */
    @Override
    public String toString() {
        return "StepUpAuthorizationManager[" + rule + "]";
    }
}
