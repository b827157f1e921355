package com.authgear.headers.examples.springboot.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/** Notes of users. The security chain is the library's default one; application.yml says the rest. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableMethodSecurity
public class NotesApplication {
    /**
     * The application alone, without a front.
     *
     * @param arguments Spring Boot's
     */
    public static void main(String... arguments) {
        SpringApplication.run(NotesApplication.class, arguments);
    }
}
