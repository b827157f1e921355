package com.authgear.headers.spring.test;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.test.AuthgearTestHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;
import org.springframework.test.web.servlet.setup.MockMvcConfigurer;
import org.springframework.web.context.WebApplicationContext;

/**
 * Lets MockMvc send the headers of the user whom {@link WithAuthgearPrincipal} names. Spring Boot's MockMvc has it
 * already; one built by hand says {@code webAppContextSetup(context).apply(springSecurity()).apply(authgearHeaders())}.
 * Stateless.
 */
public final class AuthgearMockMvcConfigurers {
    private AuthgearMockMvcConfigurers() {}

    /**
     * Writes the headers of the user in the test's security context into each request. Without it the chain would see a
     * request without headers, and replace that context by one without a user. A request that has Authgear headers
     * keeps them.
     *
     * @return for {@code apply}
     */
    public static MockMvcConfigurer authgearHeaders() {
        return new MockMvcConfigurer() {
            @Override
            public RequestPostProcessor beforeMockMvcCreated(
                    ConfigurableMockMvcBuilder<?> builder, WebApplicationContext context) {
                return AuthgearMockMvcConfigurers::identify;
            }
        };
    }

    private static MockHttpServletRequest identify(MockHttpServletRequest request) {
        Authentication authentication = TestSecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                        && authentication.getPrincipal() instanceof AuthgearPrincipal user
                        && !MockRequests.hasIdentity(request)
                ? MockRequests.carrying(AuthgearTestHeaders.of(user)).postProcessRequest(request)
                : request;
    }
}
