package com.authgear.headers.spring.boot;

import com.authgear.headers.spring.AuthgearMdcFilter;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The user's id in the log, right behind the filter that knows it, so that whatever comes after logs it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(MDC.class)
@ConditionalOnProperty("authgear.headers.mdc")
final class MdcConfiguration {
    @Bean
    @ConditionalOnMissingBean(name = "authgearMdcFilterRegistration")
    FilterRegistrationBean<AuthgearMdcFilter> authgearMdcFilterRegistration() {
        FilterRegistrationBean<AuthgearMdcFilter> registration = new FilterRegistrationBean<>(new AuthgearMdcFilter());
        registration.setName("authgearMdcFilter");
        registration.setOrder(AuthgearHeadersAutoConfiguration.ORDER + 1);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }
}
