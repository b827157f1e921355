package com.authgear.headers.bootsuite;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What an application must not do: a filter that authenticates the user named by the header. */
@Configuration(proxyBeanMethods = false)
class Careless {
    @Bean
    FilterRegistrationBean<Filter> carelessFilter() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            String user = ((HttpServletRequest) request).getHeader("x-authgear-user-id");
            if (user == null) {
                chain.doFilter(request, response);
            } else {
                response.getWriter().print(user);
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
