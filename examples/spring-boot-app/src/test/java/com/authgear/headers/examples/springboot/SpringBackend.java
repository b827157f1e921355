package com.authgear.headers.examples.springboot;

import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.examples.front.Deployment;
import com.authgear.headers.examples.springboot.app.NotesApplication;
import com.authgear.headers.harness.PortInUseException;
import com.authgear.headers.harness.Ports;
import java.io.IOException;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The application, in this JVM. */
final class SpringBackend {
    private SpringBackend() {}

    static Backend start(Ports ports) throws IOException {
        SpringApplication application = new SpringApplication(NotesApplication.class);
        // Not the class with the main method of this JVM: what is made ahead of time is named after the application.
        application.setMainApplicationClass(NotesApplication.class);
        // The deployment stops it, in its turn.
        application.setRegisterShutdownHook(false);
        try {
            ConfigurableApplicationContext context = application.run(
                    "--server.port=" + ports.backend(),
                    "--authgear.headers.login.endpoint=" + Deployment.address(ports.resolver()),
                    "--authgear.headers.login.base-url=" + Deployment.address(ports.front()));
            return new Backend(
                    context.getEnvironment().getRequiredProperty("local.server.port", Integer.class), context::close);
        } catch (RuntimeException e) {
            if (isPortInUse(e)) {
                throw new PortInUseException("the backend", ports.backend(), "BACKEND_PORT", e);
            }
            throw e;
        }
    }

    private static boolean isPortInUse(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(100)
                .anyMatch(org.springframework.boot.web.server.PortInUseException.class::isInstance);
    }
}
