package com.authgear.headers.spring.stepup;

import com.authgear.headers.AuthenticationMethods;
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
 * <p>On a type it holds for each method of the objects of that type that can be called from outside: inherited ones too,
 * those of classes below it, and for an interface those that a class has beside it. All rules hold together, those of the
 * types, those of the method and those of what it overrides, and {@link RequireRecentLogin} beside them: the methods of
 * each are needed. As a meta-annotation it can be part of one of yours.
 *
 * <p>It is enforced on beans of Spring, by their proxies. Not where an object calls itself, not on objects that are no
 * beans, and not on objects that are registered by hand after the start.
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
    String[] value();
}
