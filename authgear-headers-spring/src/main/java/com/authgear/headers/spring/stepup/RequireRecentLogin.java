package com.authgear.headers.spring.stepup;

import com.authgear.headers.StepUpRule;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only users whose login is no older than this may call it (RFC 9470); see {@link StepUpMethodSecurity}.
 *
 * <p>On a type it holds for every method of an object of that type that can be called from outside: inherited methods,
 * those of subclasses, and, if the type is an interface, those that a class has besides. The rules of all types, of the
 * method and of the methods that it overrides hold together, and the shortest age counts. It can stand on an annotation
 * of yours.
 *
 * <p>Proxies of Spring beans enforce it. It is not enforced where an object calls itself, on objects that are no beans,
 * and on objects that are registered by hand after the start.
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
