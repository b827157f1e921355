package com.authgear.headers.bootsuite;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/** The applications that several tests share. */
final class SharedApplications {
    /** The default chain with optional features turned on. */
    static final Setup DEFAULT = Setup.secret()
            .with(CrossOrigin.class)
            .with(
                    "authgear.headers.public-paths=/public/**",
                    "authgear.headers.trust-roles=true",
                    "management.endpoint.health.probes.enabled=true",
                    "management.endpoint.health.probes.add-additional-paths=true");

    private SharedApplications() {}

    @Configuration(proxyBeanMethods = false)
    static class CrossOrigin {
        static final String ORIGIN = "https://app.example";

        @Bean
        CorsConfigurationSource corsConfigurationSource() {
            CorsConfiguration allowed = new CorsConfiguration().applyPermitDefaultValues();
            allowed.addAllowedOrigin(ORIGIN);
            UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
            source.registerCorsConfiguration("/**", allowed);
            return source;
        }
    }
}
