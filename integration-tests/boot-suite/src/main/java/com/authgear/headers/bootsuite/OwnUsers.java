package com.authgear.headers.bootsuite;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** The user store of the other login. */
@Configuration(proxyBeanMethods = false)
class OwnUsers {
    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(User.withUsername(StaffLogin.NAME)
                .password("{noop}" + StaffLogin.PASSWORD)
                .roles("manager", "staff")
                .build());
    }
}
