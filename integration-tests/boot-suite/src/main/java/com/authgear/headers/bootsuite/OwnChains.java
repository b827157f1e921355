package com.authgear.headers.bootsuite;

import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Chains as an application writes them: the configurer and rules. One chain for each session policy. */
@Configuration(proxyBeanMethods = false)
class OwnChains {
    @Bean
    @Order(1)
    SecurityFilterChain stateless(HttpSecurity http) throws Exception {
        return area(http, "/stateless/**", SessionCreationPolicy.STATELESS);
    }

    @Bean
    @Order(2)
    SecurityFilterChain never(HttpSecurity http) throws Exception {
        return area(http, "/never/**", SessionCreationPolicy.NEVER);
    }

    @Bean
    @Order(3)
    SecurityFilterChain ifRequired(HttpSecurity http) throws Exception {
        return http.with(authgearHeaders(), withDefaults())
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/public/**")
                        .permitAll()
                        .requestMatchers("/managers/**")
                        .hasRole("manager")
                        .anyRequest()
                        .authenticated())
                .build();
    }

    private static SecurityFilterChain area(HttpSecurity http, String paths, SessionCreationPolicy policy)
            throws Exception {
        return http.securityMatcher(paths)
                .with(authgearHeaders(), withDefaults())
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(policy))
                .build();
    }
}
