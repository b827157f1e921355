package com.authgear.headers.spring.stepup;

import com.authgear.headers.StepUpRule;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.support.StaticMethodMatcherPointcut;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;

/** Which methods have a rule, and whether a call of one satisfies it. */
final class StepUpMethods extends StaticMethodMatcherPointcut implements AuthorizationManager<MethodInvocation> {
    private final StepUpAnnotations annotations;

    StepUpMethods(StepUpAnnotations annotations) {
        this.annotations = annotations;
    }

    @Override
    public ClassFilter getClassFilter() {
        return annotations::anyOn;
    }

    @Override
    public boolean matches(Method method, Class<?> targetClass) {
        return annotations.rule(method, targetClass).isPresent();
    }

    @Override
    @SuppressWarnings("deprecation")
    public @Nullable AuthorizationDecision check(Supplier<Authentication> authentication, MethodInvocation call) {
        Object target = call.getThis();
        Class<?> type = target == null ? call.getMethod().getDeclaringClass() : target.getClass();
        Optional<StepUpRule> rule = annotations.rule(call.getMethod(), type);
        return rule.isEmpty() ? null : StepUpDecisions.decide(rule.get(), authentication.get());
    }

    @Override
    public @Nullable AuthorizationResult authorize(Supplier<Authentication> authentication, MethodInvocation call) {
        return check(authentication, call);
    }
}
