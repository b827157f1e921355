package com.authgear.headers.spring.stepup;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.StepUpResult;
import com.authgear.headers.StepUpRule;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;

/** Turns the result of a rule into a decision of Spring Security, and finds such a denial again in an exception. */
final class StepUpDecisions {
    /** More than frameworks wrap. Causes may form a circle, or be created anew by each call of getCause. */
    private static final int MAX_CAUSES = 100;

    private StepUpDecisions() {}

    /** The first such denial among the causes, or null: frameworks wrap what application code throws. */
    static @Nullable AuthorizationDeniedException denied(Throwable thrown, Predicate<AuthorizationResult> wanted) {
        Throwable cause = thrown;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++, cause = cause.getCause()) {
            if (cause instanceof AuthorizationDeniedException denied && wanted.test(denied.getAuthorizationResult())) {
                return denied;
            }
        }
        return null;
    }

    /** A user who was not authenticated by the headers has no login that could be judged: a plain denial. */
    static AuthorizationDecision decide(StepUpRule rule, @Nullable Authentication authentication) {
        if (authentication == null
                || !authentication.isAuthenticated()
                || !(authentication.getPrincipal() instanceof AuthgearPrincipal user)) {
            return new AuthorizationDecision(false);
        }
        return rule.evaluate(user, StepUpClock.of(authentication)) instanceof StepUpResult.Unsatisfied unsatisfied
                ? new StepUpAuthorizationDecision(unsatisfied)
                : new AuthorizationDecision(true);
    }
}
