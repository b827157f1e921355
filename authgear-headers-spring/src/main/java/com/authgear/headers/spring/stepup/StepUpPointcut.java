package com.authgear.headers.spring.stepup;

import java.lang.reflect.Method;
import org.springframework.aop.ClassFilter;
import org.springframework.aop.support.StaticMethodMatcherPointcut;

/** The methods that have a rule. */
final class StepUpPointcut extends StaticMethodMatcherPointcut {
    private final StepUpAnnotations annotations;

    StepUpPointcut(StepUpAnnotations annotations) {
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
}
