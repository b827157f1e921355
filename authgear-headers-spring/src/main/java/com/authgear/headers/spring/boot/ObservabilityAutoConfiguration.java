package com.authgear.headers.spring.boot;

import com.authgear.headers.spring.AuthgearHeadersMetrics;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts requests where there is a meter registry. */
@AutoConfiguration(
        after = AuthgearHeadersAutoConfiguration.class,
        afterName = {AutoConfigurationNames.METRICS_3, AutoConfigurationNames.METRICS_4})
@ConditionalOnBean(AuthgearHeadersSupport.class)
final class ObservabilityAutoConfiguration {
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MeterRegistry.class)
    @ConditionalOnBean(MeterRegistry.class)
    static final class Metrics {
        @Bean
        @ConditionalOnMissingBean
        AuthgearHeadersMetrics authgearHeadersMetrics(MeterRegistry registry) {
            return new AuthgearHeadersMetrics(registry);
        }
    }
}
