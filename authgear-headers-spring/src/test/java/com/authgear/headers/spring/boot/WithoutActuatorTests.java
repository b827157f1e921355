package com.authgear.headers.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.web.SecurityFilterChain;

/** An application without the actuator, and without MVC and CORS. */
final class WithoutActuatorTests {
    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
            .withConfiguration(
                    AutoConfigurations.of(AuthgearHeadersAutoConfiguration.class, SecurityAutoConfiguration.class));

    @Test
    void applicationStartsWithOneChain() {
        runner.withPropertyValues("authgear.headers.shared-secret=0123456789abcdef0123456789abcdef")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(SecurityFilterChain.class));
    }

    @Test
    void applicationWithoutTrustDoesNotStart() {
        runner.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageContaining("nothing says how"));
    }
}
