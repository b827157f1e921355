package com.authgear.headers.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** An application without Spring Security must not start open. */
final class WithoutSecurityTests {
    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MissingSecurityAutoConfiguration.class));
    private final FilteredClassLoader withoutSecurity = new FilteredClassLoader("org.springframework.security");

    @Test
    void startFailsAndSaysWhatToDo() {
        runner.withClassLoader(withoutSecurity)
                .run(context -> assertThat(context)
                        .hasFailed()
                        .getFailure()
                        .isInstanceOfSatisfying(
                                ConfigurationFailure.class,
                                failure -> assertThat(failure.action()).contains("spring-boot-starter-security")));
    }

    @Test
    void applicationStartsWithSpringSecurityOrWithoutTheHeaders() {
        runner.run(context -> assertThat(context).hasNotFailed());
        runner.withClassLoader(withoutSecurity)
                .withPropertyValues("authgear.headers.enabled=false")
                .run(context -> assertThat(context).hasNotFailed());
    }
}
