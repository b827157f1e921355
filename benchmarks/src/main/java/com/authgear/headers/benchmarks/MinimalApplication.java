package com.authgear.headers.benchmarks;

import java.lang.management.ManagementFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * The smallest HTTP application with Spring Boot. Prints the milliseconds since the start of the JVM and the number of
 * beans.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class MinimalApplication {
    static final String STARTED = "STARTED";

    /** The program. */
    public static void main(String... arguments) {
        ConfigurableApplicationContext context = SpringApplication.run(MinimalApplication.class, arguments);
        long millis = ManagementFactory.getRuntimeMXBean().getUptime();
        System.out.println(STARTED + " " + millis + " " + context.getBeanDefinitionCount());
        System.exit(SpringApplication.exit(context));
    }
}
