package com.authgear.headers.attacksuite;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import com.authgear.headers.servlet.StepUpFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;

/** The application under test: the library's filter first, then what a test adds. */
final class Application {
    static final ServletContainer CONTAINER =
            ServiceLoader.load(ServletContainer.class).findFirst().orElseThrow();

    private final AuthgearHeadersFilter filter;
    private final List<Consumer<ServletContext>> parts = new ArrayList<>();

    private Application(AuthgearHeadersFilter filter) {
        this.filter = filter;
        parts.add(filter::register);
    }

    static Application behind(AuthgearHeadersFilter filter) {
        return new Application(filter);
    }

    /** With the filter in front of some paths only. */
    static Application behind(AuthgearHeadersFilter filter, String path) {
        Application application = new Application(filter);
        application.parts.set(0, context -> application.addFilter(context, filter, false, path));
        return application;
    }

    /** The filter as {@code web.xml} has it. */
    static Application byInitParameter(String name, String value) {
        Application application = new Application(new AuthgearHeadersFilter());
        application.parts.set(0, context -> {
            FilterRegistration.Dynamic registration = context.addFilter("by-init-param", AuthgearHeadersFilter.class);
            registration.setInitParameter(name, value);
            map(registration, false, "/*");
        });
        return application;
    }

    /** Without async support, which is the default of {@code web.xml}. */
    static Application blocking(AuthgearHeadersFilter filter) {
        Application application = new Application(filter);
        application.parts.set(0, context -> filter.register(context).setAsyncSupported(false));
        return application;
    }

    /** A filter in front of the library's. */
    Application preceded(Filter first) {
        parts.add(0, context -> addFilter(context, first, false, "/*"));
        return this;
    }

    Application servlet(HttpServlet servlet, String... paths) {
        parts.add(context -> {
            ServletRegistration.Dynamic registration = context.addServlet(name(), servlet);
            registration.setAsyncSupported(true);
            registration.addMapping(paths);
        });
        return this;
    }

    Application stepUp(StepUpFilter rules) {
        parts.add(rules::register);
        return this;
    }

    Application filter(Filter more, String path) {
        parts.add(context -> addFilter(context, more, true, path));
        return this;
    }

    Backend start(ContainerOption... options) throws Exception {
        Set<ContainerOption> asked = Set.of(options);
        Assumptions.assumeTrue(CONTAINER.options().containsAll(asked), () -> "this container has no " + asked);
        RunningContainer container = CONTAINER.start(context -> parts.forEach(part -> part.accept(context)), asked);
        return new Backend(RawClient.of(container.address()), filter, container::close);
    }

    private void addFilter(ServletContext context, Filter more, boolean last, String path) {
        map(context.addFilter(name(), more), last, path);
    }

    private static void map(FilterRegistration.Dynamic registration, boolean last, String path) {
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), last, path);
    }

    private String name() {
        return "part-" + parts.size() + "-" + System.identityHashCode(new Object());
    }
}
