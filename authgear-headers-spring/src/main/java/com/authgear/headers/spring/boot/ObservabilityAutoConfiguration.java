package com.authgear.headers.spring.boot;

import com.authgear.headers.spring.AuthgearHeadersMetrics;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts requests where there is a meter registry, and reports at the actuator where that endpoint is exposed. */
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

    /** Around the condition of the actuator, whose class must not be looked for where there is none. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
    static final class Actuator {
        @Configuration(proxyBeanMethods = false)
        @ConditionalOnAvailableEndpoint(AuthgearEndpoint.class)
        static final class Report {
            @Bean
            RefusalCounts authgearRefusalCounts() {
                return new RefusalCounts();
            }

            @Bean
            AuthgearEndpoint authgearEndpoint(
                    AuthgearHeadersSupport support,
                    RefusalCounts refusals,
                    ObjectProvider<DevelopmentConfiguration> development) {
                return new AuthgearEndpoint(support, refusals, development.getIfAvailable() != null);
            }
        }
    }
}
