package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.spring.boot.AuthgearHeadersAutoConfiguration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.util.ClassUtils;

/** Spring ignores unknown names of auto-configurations, so this test checks that each exists. */
final class LineTests {
    private static final String OBSERVABILITY = "com.authgear.headers.spring.boot.ObservabilityAutoConfiguration";
    private static final String NEWER = "org.springframework.boot.security.";

    @Test
    void namesOfThisLineResolveAndThoseOfTheOtherDoNot() {
        boolean newer = !SpringBootVersion.getVersion().startsWith("3.");
        assertThat(names().filter(name -> name.startsWith(NEWER) == newer))
                .hasSize(3)
                .allMatch(LineTests::exists);
        assertThat(names().filter(name -> name.startsWith(NEWER) != newer))
                .hasSize(3)
                .noneMatch(LineTests::exists);
    }

    @Test
    void metricsOfThisLineComeFirst() throws ClassNotFoundException {
        String[] names = annotation(Class.forName(OBSERVABILITY)).afterName();
        assertThat(names).hasSize(2);
        assertThat(Arrays.stream(names).filter(LineTests::exists)).hasSize(1);
    }

    private static Stream<String> names() {
        return Arrays.stream(annotation(AuthgearHeadersAutoConfiguration.class).beforeName());
    }

    private static AutoConfiguration annotation(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(AutoConfiguration.class));
    }

    private static boolean exists(String name) {
        return ClassUtils.isPresent(name, LineTests.class.getClassLoader());
    }
}
