package com.authgear.headers.spring.stepup;

import com.authgear.headers.AuthenticationMethods;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Only users who logged in by <em>all</em> of these methods may call it (RFC 9470). Social, enterprise and anonymous
 * logins carry no method and are refused.
 *
 * <p>It holds, and is enforced, where {@link RequireRecentLogin} is. Where several hold, the methods of all are needed.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RequireAmr {
    /**
     * The methods.
     *
     * @return values of {@link AuthenticationMethods}, without {@link AuthenticationMethods#DEVICE_TOKEN}
     */
    String[] value();
}
