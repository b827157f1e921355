package com.authgear.headers.spring.stepup;

import com.authgear.headers.AuthenticationMethods;
import com.authgear.headers.StepUpRule;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only users who logged in by <em>all</em> of these methods may call it (RFC 9470). No released Authgear server sends
 * the methods: every user is refused, and the start logs a warning, see {@link StepUpRule#amr}.
 *
 * <p>It holds, and is enforced, where {@link RequireRecentLogin} is. Where several hold, the methods of all are needed.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequireAmr {
    /** {@return values of {@link AuthenticationMethods}, without {@link AuthenticationMethods#DEVICE_TOKEN}} */
    String[] value();

    /**
     * Up to which age a login counts as made just now: if it lacks a method, the user gets a 403 and is not sent to log
     * in again.
     *
     * @return a duration, see {@link StepUpRule#justNow(String)}
     */
    String justNow() default "60s";
}
