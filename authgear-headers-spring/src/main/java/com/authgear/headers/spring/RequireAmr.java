package com.authgear.headers.spring;

import com.authgear.headers.AuthenticationMethods;
import com.authgear.headers.StepUpRule;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only for users who logged in by <em>all</em> of these methods (RFC 9470); see {@link StepUpMethodSecurity}. Social,
 * enterprise and anonymous logins carry none and are refused.
 *
 * <p>On a type it holds for each of its methods, unless one states its own; {@link RequireRecentLogin} beside it holds as
 * well. As a meta-annotation it can be part of one of yours. It is enforced on beans of Spring, called through their
 * proxies: not where an object calls itself.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequireAmr {
    /**
     * The methods.
     *
     * @return values of {@link AuthenticationMethods}, but {@link AuthenticationMethods#DEVICE_TOKEN}
     */
    String[] value() default {};

    /**
     * More methods, which Authgear sends and this version of the library does not list.
     *
     * @return such values, see {@link StepUpRule#unlistedAmr}
     */
    String[] unlisted() default {};
}
