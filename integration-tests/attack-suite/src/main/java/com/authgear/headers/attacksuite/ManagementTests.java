package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JMX reveals no secret, unless it was given as an init-param. */
@Tag("G11")
final class ManagementTests {
    private static final String KNOWN = "known to every management bean that shows the system properties";

    /** The module sets it, to {@link Honest#SECRET}. */
    private static final String VARIABLE = "AUTHGEAR_TEST_SECRET";

    @Test
    void secretThatCodeSetIsNotShown() throws Exception {
        System.setProperty("attack.suite.known", KNOWN);
        try (Backend backend = AttackTests.start(Deployment.SECRET, everythingPublished())) {
            assertThat(backend.send(Honest.request()).status()).isEqualTo(200);
            assertThat(ManagementBeans.texts()).anyMatch(text -> text.contains(KNOWN));
            assertThat(ManagementBeans.texts()).noneMatch(text -> text.contains(Honest.SECRET));
        } finally {
            System.clearProperty("attack.suite.known");
        }
    }

    /** Why the documentation prefers the two sources below. */
    @Test
    void secretInAnInitParameterIsShown() throws Exception {
        try (Backend backend = start("sharedSecret", Honest.SECRET)) {
            assertThat(backend.send(Honest.request()).status()).isEqualTo(404);
            assertThat(ManagementBeans.texts()).anyMatch(text -> text.contains(Honest.SECRET));
        }
    }

    @Test
    void secretInAFileIsNotShown(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), Honest.SECRET);
        assertIsNotShown("sharedSecretFile", file.toString());
    }

    @Test
    void secretInTheEnvironmentIsNotShown() throws Exception {
        assertThat(System.getenv(VARIABLE)).isEqualTo(Honest.SECRET);
        assertIsNotShown("sharedSecretEnvironment", VARIABLE);
    }

    private static void assertIsNotShown(String parameter, String value) throws Exception {
        try (Backend backend = start(parameter, value)) {
            assertThat(backend.send(Honest.request()).status()).isEqualTo(404);
            assertThat(ManagementBeans.texts()).anyMatch(text -> text.contains(value));
            assertThat(ManagementBeans.texts()).noneMatch(text -> text.contains(Honest.SECRET));
        }
    }

    private static ContainerOption[] everythingPublished() {
        return Application.CONTAINER.options().stream()
                .filter(option -> option == ContainerOption.MANAGED_BEANS)
                .toArray(ContainerOption[]::new);
    }

    private static Backend start(String parameter, String value) throws Exception {
        return Application.byInitParameter(parameter, value).start(ContainerOption.MANAGED_BEANS);
    }
}
