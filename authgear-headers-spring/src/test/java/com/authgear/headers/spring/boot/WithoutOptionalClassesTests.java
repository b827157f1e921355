package com.authgear.headers.spring.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.spring.AuthgearHeadersMetrics;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

/** Each optional class may be absent. */
final class WithoutOptionalClassesTests {
    private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    AuthgearHeadersAutoConfiguration.class,
                    ObservabilityAutoConfiguration.class,
                    SecurityAutoConfiguration.class))
            .withPropertyValues(
                    "authgear.headers.shared-secret=0123456789abcdef0123456789abcdef", "authgear.headers.mdc=true");

    @Test
    void withAllClassesMetricsAndMdcAreThere() {
        runner.withBean(SimpleMeterRegistry.class)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(AuthgearHeadersMetrics.class)
                        .hasBean("authgearMdcFilterRegistration"));
    }

    @Test
    void withoutARegistryThereAreNoMetrics() {
        runner.run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(AuthgearHeadersMetrics.class));
    }

    @Test
    void withoutMicrometerThereAreNoMetrics() {
        runner.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(AuthgearHeadersSupport.class)
                        .doesNotHaveBean("authgearHeadersMetrics"));
    }

    @Test
    void withoutSlf4jThereIsNoMdc() {
        runner.withClassLoader(new FilteredClassLoader("org.slf4j"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(AuthgearHeadersSupport.class)
                        .doesNotHaveBean("authgearMdcFilterRegistration"));
    }

    @Test
    void withoutTheHeadersThereAreNeitherMetricsNorMdc() {
        runner.withBean(SimpleMeterRegistry.class)
                .withPropertyValues("authgear.headers.enabled=false")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(AuthgearHeadersMetrics.class)
                        .doesNotHaveBean("authgearMdcFilterRegistration"));
    }
}
