package com.authgear.headers.spring.test;

import org.springframework.test.web.servlet.setup.MockMvcConfigurer;

/**
 * Lets MockMvc send the headers of the user whom {@link WithAuthgearPrincipal} names. Spring Boot's MockMvc has it already;
 * one built by hand says {@code webAppContextSetup(context).apply(springSecurity()).apply(authgearHeaders())}. Stateless.
 */
public final class AuthgearMockMvcConfigurers {
    private AuthgearMockMvcConfigurers() {}

    /**
     * Without it the chain sees a request without headers, and replaces the context of the test by nobody's. A request
     * that has Authgear headers already keeps them.
     *
     * @return for {@code apply}
     */
    public static MockMvcConfigurer authgearHeaders() {
        return new TestUserConfigurer();
    }
}
