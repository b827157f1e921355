package com.authgear.headers.spring.stepup;

import com.authgear.headers.StepUpResult;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;

/** A denial because of the login. A new login may change it, unless the result is forbidden. Immutable. */
public final class StepUpAuthorizationDecision extends AuthorizationDecision {
    private static final long serialVersionUID = 1L;

    private final transient StepUpResult.@Nullable Unsatisfied result;

    StepUpAuthorizationDecision(StepUpResult.Unsatisfied result) {
        super(false);
        this.result = result;
    }

    /** {@return why the rule is not satisfied; empty in a copy that was serialized} */
    public Optional<StepUpResult.Unsatisfied> result() {
        return Optional.ofNullable(result);
    }

    /** {@return the code of the denial, and nothing of the user} */
    @Override
    public String toString() {
        return "StepUpAuthorizationDecision[code=" + (result == null ? "unknown" : result.code()) + "]";
    }
}
