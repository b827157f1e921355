package com.authgear.headers.bootsuite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An application to be started: its configuration classes beside {@link SuiteApplication}, and its properties.
 * Immutable; equal ones share one running application.
 */
record Setup(List<Class<?>> sources, List<String> properties) {
    private static final List<String> ALWAYS = List.of(
            "server.port=0",
            "server.address=127.0.0.1",
            "spring.main.banner-mode=off",
            "spring.main.log-startup-info=false",
            "logging.level.root=WARN");

    /** With nothing about the headers. */
    static Setup bare() {
        return new Setup(List.of(), List.of());
    }

    /** As recommended: one property. */
    static Setup secret() {
        return bare().with("authgear.headers.shared-secret=" + Requests.SECRET);
    }

    Setup with(String... more) {
        List<String> all = new ArrayList<>(properties);
        all.addAll(Arrays.asList(more));
        return new Setup(sources, List.copyOf(all));
    }

    Setup with(Class<?> source) {
        List<Class<?>> all = new ArrayList<>(sources);
        all.add(source);
        return new Setup(List.copyOf(all), properties);
    }

    /** The running application, which others use too. */
    Application on(Container container) {
        return Application.shared(this, container);
    }

    /** A new application, to be closed by the caller. */
    Application start(Container container) {
        return new Application(run(container));
    }

    private ConfigurableApplicationContext run(Container container) {
        List<String> all = new ArrayList<>(ALWAYS);
        all.add(ContainerChoice.PROPERTY + "=" + container);
        all.addAll(properties);
        return new SpringApplicationBuilder(SuiteApplication.class)
                .sources(sources.toArray(Class<?>[]::new))
                .properties(all.toArray(String[]::new))
                .run();
    }
}
