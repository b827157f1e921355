package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever may look into the process over JMX learns no secret. */
@Tag("G11")
final class ManagementTests {
    private static final String KNOWN = "known to every management bean that shows the system properties";

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();

    @Test
    void noManagementBeanShowsTheSecret() throws Exception {
        System.setProperty("attack.suite.known", KNOWN);
        try (Backend backend = AttackTests.start(Deployment.SECRET)) {
            assertThat(backend.send(Honest.request()).status()).isEqualTo(200);
            assertThat(attributes()).anyMatch(text -> text.contains(KNOWN));
            assertThat(attributes()).noneMatch(text -> text.contains(Honest.SECRET));
        } finally {
            System.clearProperty("attack.suite.known");
        }
    }

    private Stream<String> attributes() {
        return server.queryNames(null, null).stream().flatMap(this::attributes);
    }

    private Stream<String> attributes(ObjectName bean) {
        try {
            return Arrays.stream(server.getMBeanInfo(bean).getAttributes())
                    .map(attribute -> text(value(bean, attribute)));
        } catch (JMException goneMeanwhile) {
            return Stream.empty();
        }
    }

    private @Nullable Object value(ObjectName bean, MBeanAttributeInfo attribute) {
        try {
            return server.getAttribute(bean, attribute.getName());
        } catch (JMException | JMRuntimeException notReadable) {
            return notReadable.getMessage();
        }
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Object[] some) {
            return text(Arrays.asList(some));
        }
        if (value instanceof Collection<?> some) {
            return some.stream().map(ManagementTests::text).toList().toString();
        }
        return Objects.toString(value);
    }
}
