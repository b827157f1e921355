package com.authgear.headers.spring.boot;

import com.authgear.headers.spring.stepup.RequireAmr;
import com.authgear.headers.spring.stepup.RequireRecentLogin;
import com.authgear.headers.spring.stepup.StepUpMethodSecurity;
import org.springframework.aop.Pointcut;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Import;
import org.springframework.security.authorization.method.AuthorizationManagerBeforeMethodInterceptor;

/**
 * Enforces {@link RequireRecentLogin} and {@link RequireAmr}, even where {@code authgear.headers.enabled} is false: a
 * method with such a rule is then closed to everybody, instead of open to everybody.
 */
@AutoConfiguration
@ConditionalOnClass({AuthorizationManagerBeforeMethodInterceptor.class, Pointcut.class})
@Import(StepUpMethodSecurity.class)
public final class StepUpAutoConfiguration {
    /** Called by Spring. */
    public StepUpAutoConfiguration() {}
}
