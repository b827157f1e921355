package com.authgear.headers.benchmarks;

import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.spring.AuthgearPreAuthenticatedProcessingFilter;
import jakarta.servlet.Filter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationProvider;
import org.springframework.security.web.authentication.preauth.RequestHeaderAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/** The two filters, built as applications build them. */
final class SpringFilters {
    private SpringFilters() {}

    /** Ours, taken out of a chain that its configurer built. */
    static Filter adapter() {
        return context().getBean(SecurityFilterChain.class).getFilters().stream()
                .filter(AuthgearPreAuthenticatedProcessingFilter.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    /** Spring's, with the provider of its documentation, initialised as a bean like ours. */
    static Filter requestHeader(boolean stateless) {
        PreAuthenticatedAuthenticationProvider provider = new PreAuthenticatedAuthenticationProvider();
        provider.setPreAuthenticatedUserDetailsService(
                token -> new User(token.getName(), "", AuthorityUtils.createAuthorityList("ROLE_USER")));
        RequestHeaderAuthenticationFilter filter = new RequestHeaderAuthenticationFilter();
        filter.setPrincipalRequestHeader("X-Authgear-User-Id");
        filter.setAuthenticationManager(new ProviderManager(provider));
        if (stateless) {
            filter.setSecurityContextRepository(new RequestAttributeSecurityContextRepository());
        }
        context().getAutowireCapableBeanFactory().initializeBean(filter, "requestHeader");
        return filter;
    }

    private static AnnotationConfigWebApplicationContext context() {
        AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Chain.class);
        context.refresh();
        return context;
    }

    /** An application without Spring Boot. */
    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    static class Chain {
        @Bean
        SecurityFilterChain headers(HttpSecurity http) {
            return http.with(
                            authgearHeaders(),
                            headers -> headers.trust(
                                    ProxyTrust.sharedSecret(HeaderBlock.SECRET),
                                    filter -> filter.parser(parser -> parser.trustRoles(true))))
                    .build();
        }
    }
}
