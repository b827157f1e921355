package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Probes need no headers, whatever the path or port of the health endpoint. */
final class HealthTests {
    private static final String[] PROBES = {
        "management.endpoint.health.probes.enabled=true",
        "management.endpoint.health.probes.add-additional-paths=true",
        "management.endpoints.web.exposure.include=health,info"
    };

    /** Boot 4 opens no second port when two containers are on the class path; other lines ignore this name. */
    private static final String ONE_CONTAINER = "spring.autoconfigure.exclude=org.springframework.boot.jetty"
            + ".autoconfigure.actuate.web.server.JettyServletManagementContextAutoConfiguration";

    @Test
    void basePathMayBeAnother() throws IOException {
        Setup moved = Setup.secret()
                .with(PROBES)
                .with("server.servlet.context-path=/app", "management.endpoints.web.base-path=/ops");
        try (Application application = moved.start(Container.TOMCAT)) {
            for (String path : new String[] {"/app/ops/health", "/app/ops/health/liveness", "/app/livez"}) {
                assertThat(application.status(RawRequest.get(path))).as(path).isEqualTo(200);
            }
            for (String path : new String[] {"/app/ops/info", "/app/actuator/health", "/app/me"}) {
                assertThat(application.status(RawRequest.get(path))).as(path).isEqualTo(401);
            }
        }
    }

    @Test
    void servletPathMayBeAnother() throws IOException {
        Setup moved = Setup.secret().with(PROBES).with("spring.mvc.servlet.path=/mvc");
        try (Application application = moved.start(Container.JETTY)) {
            assertThat(application.status(RawRequest.get("/mvc/actuator/health")))
                    .isEqualTo(200);
            assertThat(application.status(RawRequest.get("/mvc/livez"))).isEqualTo(200);
            assertThat(application.status(RawRequest.get("/mvc/actuator/info"))).isEqualTo(401);
            assertThat(application.status(RawRequest.get("/mvc/me"))).isEqualTo(401);
            assertThat(application.body(Requests.as(ALICE, "/mvc/me"))).isEqualTo("alice");
        }
    }

    @Test
    void portMayBeAnotherAndIsGuardedToo() throws IOException {
        Setup moved = Setup.secret().with(PROBES).with("management.server.port=0", ONE_CONTAINER);
        try (Application application = moved.start(Container.TOMCAT)) {
            RawClient management = RawClient.of(
                    application.context().getEnvironment().getRequiredProperty("local.management.port", Integer.class));
            assertThat(management.send(RawRequest.get("/actuator/health")).status())
                    .isEqualTo(200);
            assertThat(management.send(RawRequest.get("/actuator/info")).status())
                    .isEqualTo(401);
            assertThat(management.send(Requests.as(ALICE, "/actuator/info")).status())
                    .isEqualTo(200);
            assertThat(application.status(RawRequest.get("/livez"))).isEqualTo(200);
            assertThat(application.status(RawRequest.get("/actuator/health"))).isEqualTo(401);
        }
    }
}
