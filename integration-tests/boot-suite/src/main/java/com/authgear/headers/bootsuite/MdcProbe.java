package com.authgear.headers.bootsuite;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Records the MDC of the thread before and after each dispatch, ahead of all other filters. */
@Configuration(proxyBeanMethods = false)
class MdcProbe {
    private final List<String> notes = new ArrayList<>();
    private int open;

    @Bean
    FilterRegistrationBean<Filter> probe() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            note("before ", 1);
            try {
                chain.doFilter(request, response);
            } finally {
                note("after ", -1);
            }
        });
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
        return registration;
    }

    /**
     * The records since the last call. Waits until no dispatch is running, since a client may have its answer a little
     * earlier.
     */
    synchronized List<String> drain() throws InterruptedException {
        while (open > 0) {
            wait();
        }
        List<String> drained = List.copyOf(notes);
        notes.clear();
        return drained;
    }

    private synchronized void note(String when, int opened) {
        notes.add(when + MdcController.whom());
        open += opened;
        notifyAll();
    }
}
