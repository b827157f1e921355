package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.attacksuite.ManagementBeans;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** No actuator endpoint shows the secret, with all of them turned on. */
@ExtendWith(OutputCaptureExtension.class)
final class SecretLeakTests {
    private static final Setup LOUD = Setup.secret()
            .with(
                    "debug=true",
                    "spring.jmx.enabled=true",
                    "server.tomcat.mbeanregistry.enabled=true",
                    "logging.level.com.authgear=TRACE",
                    "logging.level.org.springframework=TRACE");

    @ParameterizedTest
    @EnumSource
    void logAtItsLoudestNamesNoSecret(Container container, CapturedOutput output) throws IOException {
        try (Application application = LOUD.start(container)) {
            assertThat(application.body(Requests.as(ALICE, "/principal"))).isEqualTo("alice");
            assertThat(application.status(Requests.as(ALICE, "/me").with("x-proxy-secret: short")))
                    .isEqualTo(401);
        }
        assertThat(output)
                .contains("CONDITIONS EVALUATION REPORT", "AuthgearHeadersAutoConfiguration matched")
                .contains("code=secret_repeated")
                .doesNotContain(Requests.SECRET);
    }

    @Test
    void managedBeansNameNoSecret() throws IOException {
        try (Application application = LOUD.start(Container.TOMCAT)) {
            application.send(Requests.as(ALICE, "/me"));
            assertThat(ManagementBeans.texts())
                    .anyMatch(value -> value.contains("authgear"))
                    .noneMatch(value -> value.contains(Requests.SECRET));
        }
    }
}
