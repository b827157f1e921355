package com.authgear.headers.spring.boot;

import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.springframework.security.config.Customizer.withDefaults;

import com.authgear.headers.spring.AuthgearHeadersSupport;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/** The chain of an application that defines none: all but health, public paths and error pages asks for a user. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(SecurityFilterChain.class)
@ImportRuntimeHints(HealthRequestMatcher.Hints.class)
final class DefaultChainConfiguration {
    /** Where Boot puts its own default chain. */
    private static final int ORDER = Ordered.LOWEST_PRECEDENCE - 5;

    @Bean
    @Order(ORDER)
    SecurityFilterChain authgearHeadersSecurityFilterChain(
            HttpSecurity http,
            AuthgearHeadersProperties properties,
            AuthgearHeadersSupport support,
            ApplicationContext context)
            throws Exception {
        http.with(authgearHeaders(), withDefaults())
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(HealthRequestMatcher.of(context.getClassLoader()))
                                .permitAll()
                                .requestMatchers(properties.publicPaths().toArray(String[]::new))
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable);
        if (!support.filter().hasLogin()) {
            http.logout(AbstractHttpConfigurer::disable);
        }
        if (hasCors(context)) {
            http.cors(withDefaults());
        }
        return http.build();
    }

    /** Without one of these beans {@code cors()} stops the start. */
    private static boolean hasCors(ApplicationContext context) {
        return context.containsBean("mvcHandlerMappingIntrospector")
                || context.containsBean("corsConfigurationSource")
                || context.containsBean("corsFilter");
    }
}
