package com.authgear.headers.bootsuite;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Notes whom the thread names before and after each dispatch, in front of everything. */
@Configuration(proxyBeanMethods = false)
class MdcProbe {
    final List<String> notes = new CopyOnWriteArrayList<>();

    @Bean
    FilterRegistrationBean<Filter> probe() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            notes.add("before " + MdcController.whom());
            try {
                chain.doFilter(request, response);
            } finally {
                notes.add("after " + MdcController.whom());
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }
}
