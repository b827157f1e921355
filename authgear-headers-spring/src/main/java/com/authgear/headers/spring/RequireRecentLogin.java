package com.authgear.headers.spring;

import com.authgear.headers.StepUpRule;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only for users who logged in no longer ago than this (RFC 9470); see {@link StepUpMethodSecurity}.
 *
 * <p>On a type it holds for each of its methods, unless one states its own. As a meta-annotation it can be part of one of
 * yours. It is enforced on beans of Spring, called through their proxies: not where an object calls itself.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequireRecentLogin {
    /**
     * How old the login may be.
     *
     * @return {@code 90s}, {@code 5m}, {@code 12h}, {@code 1d} or ISO 8601 such as {@code PT5M}; from one second to 365
     *     days, see {@link StepUpRule#recentLogin(String)}
     */
    String maxAge();
}
