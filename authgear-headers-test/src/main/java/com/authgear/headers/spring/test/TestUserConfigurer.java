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

/** Writes the headers of the user in the test's security context into each request, before what the test says of it. */
final class TestUserConfigurer implements MockMvcConfigurer {
    @Override
    public RequestPostProcessor beforeMockMvcCreated(
            ConfigurableMockMvcBuilder<?> builder, WebApplicationContext context) {
        return TestUserConfigurer::identify;
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
