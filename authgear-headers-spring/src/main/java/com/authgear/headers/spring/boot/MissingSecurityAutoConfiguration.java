package com.authgear.headers.spring.boot;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Stops the start without Spring Security's classes: all else here would back off and leave the application open. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnMissingClass("org.springframework.security.config.annotation.web.builders.HttpSecurity")
@ConditionalOnProperty(prefix = "authgear.headers", name = "enabled", matchIfMissing = true)
final class MissingSecurityAutoConfiguration {
    @Bean
    static SmartInitializingSingleton authgearHeadersMissingSecurity() {
        return () -> {
            throw new ConfigurationFailure(
                    "authgear-headers-spring is there and Spring Security is not, so that nothing would be protected.",
                    "Do not exclude spring-boot-starter-security, or use authgear-headers-servlet without Spring"
                            + " Security, or say authgear.headers.enabled=false");
        };
    }
}
