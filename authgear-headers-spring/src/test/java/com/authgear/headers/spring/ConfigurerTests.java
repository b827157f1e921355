package com.authgear.headers.spring;

import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.config.Customizer.withDefaults;

import com.authgear.headers.ProxyTrust;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** Spring Security without Spring Boot: only the configurer is used. */
final class ConfigurerTests {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @Test
    void trustCanBeStatedInTheChain() throws Exception {
        try (AnnotationConfigWebApplicationContext context = start(Stated.class)) {
            MockHttpServletRequest alice = alice();
            alice.addHeader("x-proxy-secret", SECRET);
            assertThat(status(context, alice)).isEqualTo(200);
            assertThat(status(context, alice())).isEqualTo(401);
            assertThat(status(context, new MockHttpServletRequest("GET", "/me")))
                    .isEqualTo(401);
            assertThat(alice.getSession(false)).isNull();
        }
    }

    @Test
    void sessionIsNeitherReadNorCreated() throws Exception {
        try (AnnotationConfigWebApplicationContext context = start(Stated.class)) {
            for (String method : new String[] {"GET", "POST"}) {
                MockHttpServletRequest alice = new WithoutSession(method);
                identify(alice);
                alice.addHeader("x-proxy-secret", SECRET);
                assertThat(status(context, alice)).isEqualTo(200);
                MockHttpServletRequest forged = new WithoutSession(method);
                identify(forged);
                assertThat(status(context, forged)).isEqualTo(401);
            }
        }
    }

    @Test
    void chainWithoutTrustStopsTheStartAndSaysWhatToAdd() {
        assertThatThrownBy(() -> start(Unstated.class).close())
                .rootCause()
                .hasMessageContaining("authgearHeaders().trust(ProxyTrust.sharedSecret(...))");
    }

    private static AnnotationConfigWebApplicationContext start(Class<?> configuration) {
        AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(configuration);
        context.refresh();
        return context;
    }

    private static int status(AnnotationConfigWebApplicationContext context, MockHttpServletRequest request)
            throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        context.getBean(FilterChainProxy.class).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private static MockHttpServletRequest alice() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/me");
        identify(request);
        return request;
    }

    private static void identify(MockHttpServletRequest request) {
        request.addHeader("Authorization", "Bearer alice");
        request.addHeader("x-authgear-session-valid", "true");
        request.addHeader("x-authgear-user-id", "alice");
        request.addHeader("x-authgear-user-anonymous", "false");
        request.addHeader("x-authgear-user-verified", "false");
        request.addHeader("x-authgear-user-can-reauthenticate", "false");
    }

    private static SecurityFilterChain everything(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /** Fails if a session is asked for. */
    private static final class WithoutSession extends MockHttpServletRequest {
        WithoutSession(String method) {
            super(method, "/me");
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            throw new AssertionError("the HTTP session was asked for");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class Stated {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            http.with(authgearHeaders().trust(ProxyTrust.sharedSecret(SECRET)), withDefaults());
            return everything(http);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class Unstated {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            http.with(authgearHeaders(), withDefaults());
            return everything(http);
        }
    }
}
