package com.authgear.headers.spring.boot;

import com.authgear.headers.spring.OptionalPrincipalArgumentResolver;
import com.authgear.headers.spring.stepup.StepUpExceptionResolver;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes {@code @AuthenticationPrincipal Optional<AuthgearPrincipal>} and denials of step-up work in controllers. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(WebMvcConfigurer.class)
final class WebMvcConfiguration {
    @Bean
    StepUpExceptionResolver authgearStepUpExceptionResolver() {
        return new StepUpExceptionResolver();
    }

    /** Has an order, which puts it before Spring Security's: that has none. */
    @Bean
    @Order(0)
    WebMvcConfigurer authgearHeadersMvcConfigurer() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new OptionalPrincipalArgumentResolver());
            }
        };
    }
}
