package com.authgear.headers.spring.stepup;

import com.authgear.headers.StepUpResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;

/** Denied for now: the user may be let in after another login, or cannot log in as the rule asks. Immutable. */
public final class StepUpAuthorizationDecision extends AuthorizationDecision {
    private static final long serialVersionUID = 1L;

    private final transient StepUpResult.@Nullable Unsatisfied result;

    StepUpAuthorizationDecision(StepUpResult.Unsatisfied result) {
        super(false);
        this.result = result;
    }

    /** {@return what the rule says of the user; empty in a copy that was serialized} */
    public Optional<StepUpResult.Unsatisfied> result() {
        return Optional.ofNullable(result);
    }

    /** {@return the denial and its code, nothing of the user} */
    @Override
    public String toString() {
        return "StepUpAuthorizationDecision[code=" + (result == null ? "unknown" : result.code()) + "]";
    }
}
