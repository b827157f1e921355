package com.authgear.headers.bootsuite;

import com.authgear.headers.examples.front.Backend;
import com.authgear.headers.examples.front.BrowserFlows;
import com.authgear.headers.examples.front.Deployment;
import com.authgear.headers.examples.springboot.app.NotesApplication;
import com.authgear.headers.harness.Ports;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The example spring-boot-app, on this line of Spring Boot. Its own tests have NGINX in front. */
final class BrowserTests extends BrowserFlows {
    private static final Path NGINX_FILES = Path.of("../../examples/proxies/nginx");
    private static final Path SETTINGS = Path.of("../../examples/spring-boot-app/src/main/resources/application.yml");

    BrowserTests() {
        super(NGINX_FILES, EMBEDDED, BrowserTests::start, Requests.SECRET);
    }

    private static Backend start(Ports ports) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        NotesApplication.class, ContainerChoice.class)
                .run(
                        "--spring.config.location=" + SETTINGS.toUri(),
                        "--server.port=" + ports.backend(),
                        "--authgear.headers.login.endpoint=" + Deployment.address(ports.resolver()),
                        "--authgear.headers.login.base-url=" + Deployment.address(ports.front()),
                        "--authgear.headers.shared-secret=" + Requests.SECRET);
        return new Backend(
                context.getEnvironment().getRequiredProperty("local.server.port", Integer.class), context::close);
    }
}
