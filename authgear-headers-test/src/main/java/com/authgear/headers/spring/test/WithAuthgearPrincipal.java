package com.authgear.headers.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.security.test.context.support.TestExecutionEvent;
import org.springframework.security.test.context.support.WithSecurityContext;

/**
 * Runs a test as a user: the security context holds the authentication that a request of this user gets, of the same
 * type, with the same principal, and with the authorities of the application's
 * {@link com.authgear.headers.spring.AuthgearAuthoritiesMapper}.
 *
 * <p>Requests of MockMvc carry this user's headers, as the proxy sends them, and the application's own filter decides:
 * see {@link AuthgearMockMvcConfigurers}. Code that a test calls directly sees the security context, and no filter
 * decides whether the headers would be believed. The annotation can stand on one of yours. By default no flag is set
 * and nothing but the user id is known, as of {@link com.authgear.headers.AuthgearPrincipal#builder}.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@WithSecurityContext(factory = WithAuthgearPrincipalSecurityContextFactory.class)
// The factory is for Spring Security alone.
@SuppressWarnings("exports")
public @interface WithAuthgearPrincipal {
    /** {@return the user id, unless {@link #userId} is given} */
    String value() default "user";

    /** {@return the user id: 1 to 128 characters of {@code A-Za-z0-9._~:@-}} */
    String userId() default "";

    /**
     * {@return the role keys, without a prefix; the start of the test fails where the application does not trust roles}
     */
    String[] roles() default {};

    /** {@return the authentication methods, see {@link com.authgear.headers.AuthenticationMethods}} */
    String[] amr() default {};

    /** {@return whether the user is an anonymous one} */
    boolean anonymous() default false;

    /** {@return whether the user is verified} */
    boolean verified() default false;

    /** {@return whether the user can authenticate once more} */
    boolean canReauthenticate() default false;

    /** {@return how many seconds ago the user authenticated; a negative number, the default, for unknown} */
    long authenticatedSecondsAgo() default -1;

    /** {@return when the context is set up} */
    @AliasFor(annotation = WithSecurityContext.class)
    TestExecutionEvent setupBefore() default TestExecutionEvent.TEST_METHOD;
}
