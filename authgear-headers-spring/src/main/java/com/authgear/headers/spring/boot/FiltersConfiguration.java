package com.authgear.headers.spring.boot;

import com.authgear.headers.servlet.AuthgearIdentityFilter;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import com.authgear.headers.spring.AuthgearMdcFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters before every chain: no code of the application sees a raw header, whichever chain it is behind. */
@Configuration(proxyBeanMethods = false)
final class FiltersConfiguration {
    /** Behind filters that must be first, and long before Spring Security's. */
    private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    @ConditionalOnMissingBean(name = "authgearHeadersFilterRegistration")
    FilterRegistrationBean<AuthgearIdentityFilter> authgearHeadersFilterRegistration(AuthgearHeadersSupport support) {
        return everywhere(support.filter(), "authgearHeadersFilter", ORDER);
    }

    private static <F extends Filter> FilterRegistrationBean<F> everywhere(F filter, String name, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setName(name);
        registration.setOrder(order);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }

    /** The user's id in log lines, right behind the filter that knows it. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(MDC.class)
    @ConditionalOnProperty("authgear.headers.mdc")
    static final class Mdc {
        @Bean
        @ConditionalOnMissingBean(name = "authgearMdcFilterRegistration")
        FilterRegistrationBean<AuthgearMdcFilter> authgearMdcFilterRegistration() {
            return everywhere(new AuthgearMdcFilter(), "authgearMdcFilter", ORDER + 1);
        }
    }
}
