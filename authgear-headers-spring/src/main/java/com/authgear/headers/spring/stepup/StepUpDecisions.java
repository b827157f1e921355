package com.authgear.headers.spring.stepup;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.StepUpResult;
import com.authgear.headers.StepUpRule;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.Authentication;

/** From what a rule says to what Spring Security asks. */
final class StepUpDecisions {
    /** More than frameworks ever wrap. Causes may form a circle, or be made anew each time that one asks. */
    private static final int MAX_CAUSES = 100;

    private StepUpDecisions() {}

    /** The denial of step-up in what was thrown, or null: frameworks wrap what application code throws. */
    static @Nullable AuthorizationDeniedException denied(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; i < MAX_CAUSES && cause != null; i++, cause = cause.getCause()) {
            if (cause instanceof AuthorizationDeniedException denied
                    && denied.getAuthorizationResult() instanceof StepUpAuthorizationDecision) {
                return denied;
            }
        }
        return null;
    }

    /** Who did not come by the headers has no login that could be judged: denied as anywhere. */
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
