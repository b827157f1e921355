package com.authgear.headers.examples.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The gateway. */
@SpringBootApplication
@EnableConfigurationProperties(AuthgearGatewayProperties.class)
public class GatewayApplication {
    /**
     * The program.
     *
     * @param arguments those of Spring Boot
     */
    public static void main(String... arguments) {
        SpringApplication.run(GatewayApplication.class, arguments);
    }

    @Bean
    AuthgearGatewayFilter authgearGatewayFilter(AuthgearGatewayProperties properties) {
        return new AuthgearGatewayFilter(new ResolverQuestion(properties), properties.secret());
    }
}
