package com.authgear.headers.spring.boot;

import com.authgear.headers.spring.AuthgearHeadersMetrics;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** Counts requests where there is a meter registry; the registries' own names are those of Boot 3 and 4. */
@AutoConfiguration(
        after = AuthgearHeadersAutoConfiguration.class,
        afterName = {
            "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
        })
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({AuthgearHeadersSupport.class, MeterRegistry.class})
final class ObservabilityAutoConfiguration {
    @Bean
    @ConditionalOnMissingBean
    AuthgearHeadersMetrics authgearHeadersMetrics(MeterRegistry registry) {
        return new AuthgearHeadersMetrics(registry);
    }
}
