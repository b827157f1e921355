package com.authgear.headers.spring.boot;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.authentication.ProviderNotFoundException;

/**
 * Keeps Boot from generating a user and logging its password. A bean of type {@code AuthenticationProvider} would do
 * that too, but would switch off the application's other logins. Backs off where properties name a user.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoGeneratedPassword.NoNamedUser.class)
final class NoGeneratedPassword {
    @Bean
    @ConditionalOnMissingBean(AuthenticationManagerResolver.class)
    AuthenticationManagerResolver<HttpServletRequest> authgearAuthenticationManagerResolver() {
        return request -> authentication -> {
            throw new ProviderNotFoundException("the Authgear headers are no login");
        };
    }

    static final class NoNamedUser extends NoneNestedConditions {
        NoNamedUser() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("spring.security.user.name")
        static final class Name {}

        @ConditionalOnProperty("spring.security.user.password")
        static final class Password {}
    }
}
