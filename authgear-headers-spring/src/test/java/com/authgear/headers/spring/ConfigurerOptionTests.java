package com.authgear.headers.spring;

import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.config.Customizer.withDefaults;

import com.authgear.headers.ProxyTrust;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** Each option of the configurer does what it says, beside the shared bean and without one. */
final class ConfigurerOptionTests {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final AuthgearAuthoritiesMapper OWN = user -> AuthorityUtils.createAuthorityList("OWN");

    /** A proof for each option; an option without a proof, or without an effect, fails. */
    private static final Map<String, Proof> PROOFS = Map.of(
            "trust", ConfigurerOptionTests::trust,
            "authorities", ConfigurerOptionTests::authorities,
            "refuseInvalidSessions", ConfigurerOptionTests::refuseInvalidSessions,
            "entryPoint", ConfigurerOptionTests::entryPoint);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachOptionHasAnEffect(boolean shared) throws Exception {
        String[] options = Arrays.stream(AuthgearHeadersConfigurer.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == AuthgearHeadersConfigurer.class)
                .map(Method::getName)
                .filter(name -> !name.equals("authgearHeaders"))
                .distinct()
                .toArray(String[]::new);
        assertThat(PROOFS).containsOnlyKeys(options);
        for (String option : options) {
            requireNonNull(PROOFS.get(option)).run(shared);
        }
    }

    @Test
    void mapperBeanIsUsedWithoutASharedMapper() throws Exception {
        Customizer<AuthgearHeadersConfigurer> trusting = headers -> headers.trust(ProxyTrust.trustEveryPeer());
        assertThat(status(context(false, trusting), alice())).isEqualTo(200);
        AnnotationConfigWebApplicationContext mapped = context(false, trusting);
        register(mapped, OWN);
        assertThat(status(mapped, alice())).isEqualTo(403);
    }

    @Test
    void entryPointThatNoFilterWouldCallStopsTheStart() {
        AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(WithoutHandling.class);
        assertThatThrownBy(context::refresh)
                .rootCause()
                .hasMessageContaining("authgearHeaders().entryPoint(...) needs exceptionHandling()");
    }

    private static void trust(boolean shared) throws Exception {
        MockHttpServletRequest proved = alice();
        proved.addHeader("x-proxy-secret", SECRET);
        Customizer<AuthgearHeadersConfigurer> secret = headers -> headers.trust(ProxyTrust.sharedSecret(SECRET));
        assertThat(status(context(shared, secret), proved)).isEqualTo(200);
        assertThat(status(context(shared, secret), alice())).isEqualTo(401);
        assertThat(status(usual(shared, withDefaults()), alice())).isEqualTo(200);
    }

    private static void authorities(boolean shared) throws Exception {
        assertThat(status(usual(shared, headers -> headers.authorities(OWN)), alice()))
                .isEqualTo(403);
        assertThat(status(
                        usual(
                                shared,
                                headers -> headers.authorities(OWN.and(AuthgearAuthoritiesMapper.withDefaults()))),
                        alice()))
                .isEqualTo(200);
    }

    private static void refuseInvalidSessions(boolean shared) throws Exception {
        assertThat(status(usual(shared, headers -> headers.refuseInvalidSessions(true)), invalid()))
                .isEqualTo(401);
        assertThat(status(usual(shared, withDefaults()), invalid())).isEqualTo(200);
    }

    private static void entryPoint(boolean shared) throws Exception {
        AnnotationConfigWebApplicationContext context =
                usual(shared, headers -> headers.entryPoint((request, response, exception) -> response.setStatus(418)));
        MockHttpServletRequest forged = alice();
        forged.addHeader("x-authgear-user-id", "bob");
        assertThat(status(context, forged)).isEqualTo(418);
        assertThat(status(usual(shared, withDefaults()), forged)).isEqualTo(401);
    }

    /** Every peer is trusted: by the bean, or by the chain where there is none. */
    private static AnnotationConfigWebApplicationContext usual(
            boolean shared, Customizer<AuthgearHeadersConfigurer> options) {
        return context(shared, headers -> {
            if (!shared) {
                headers.trust(ProxyTrust.trustEveryPeer());
            }
            options.customize(headers);
        });
    }

    private static AnnotationConfigWebApplicationContext context(
            boolean shared, Customizer<AuthgearHeadersConfigurer> options) {
        AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Chain.class);
        register(context, new Options(options));
        if (shared) {
            register(context, AuthgearHeadersSupport.of(ProxyTrust.trustEveryPeer(), filter -> {}));
        }
        return context;
    }

    private static void register(AnnotationConfigWebApplicationContext context, Object bean) {
        context.addBeanFactoryPostProcessor(
                beans -> beans.registerSingleton(bean.getClass().getName(), bean));
    }

    private static int status(AnnotationConfigWebApplicationContext context, MockHttpServletRequest request)
            throws Exception {
        if (!context.isActive()) {
            context.refresh();
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        context.getBean(FilterChainProxy.class).doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private static MockHttpServletRequest alice() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/me");
        request.addHeader("Authorization", "Bearer alice");
        request.addHeader("x-authgear-session-valid", "true");
        request.addHeader("x-authgear-user-id", "alice");
        request.addHeader("x-authgear-user-anonymous", "false");
        request.addHeader("x-authgear-user-verified", "false");
        request.addHeader("x-authgear-user-can-reauthenticate", "false");
        return request;
    }

    private static MockHttpServletRequest invalid() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/public");
        request.addHeader("Authorization", "Bearer old");
        request.addHeader("x-authgear-session-valid", "false");
        return request;
    }

    @FunctionalInterface
    private interface Proof {
        void run(boolean shared) throws Exception;
    }

    record Options(Customizer<AuthgearHeadersConfigurer> value) {}

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class Chain {
        @Bean
        SecurityFilterChain chain(HttpSecurity http, Options options) throws Exception {
            return http.with(authgearHeaders(), options.value())
                    .authorizeHttpRequests(requests -> requests.requestMatchers(
                                    request -> request.getRequestURI().equals("/public"))
                            .permitAll()
                            .anyRequest()
                            .hasAuthority("AUTHGEAR_USER"))
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class WithoutHandling {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.with(
                            authgearHeaders().trust(ProxyTrust.trustEveryPeer()),
                            headers -> headers.entryPoint((request, response, exception) -> {}))
                    .exceptionHandling(AbstractHttpConfigurer::disable)
                    .build();
        }
    }
}
