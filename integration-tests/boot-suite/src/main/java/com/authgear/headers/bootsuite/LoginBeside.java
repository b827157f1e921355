package com.authgear.headers.bootsuite;

import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** Another login in a chain of its own, whose HTTP sessions also reach the chain of the headers. */
@Configuration(proxyBeanMethods = false)
class LoginBeside {
    @Bean
    @Order(1)
    SecurityFilterChain staff(HttpSecurity http) throws Exception {
        return http.securityMatcher("/login", "/staff/**")
                .formLogin(withDefaults())
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain headers(HttpSecurity http) throws Exception {
        return http.with(authgearHeaders(), withDefaults())
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/public/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }
}
