package com.authgear.headers.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import com.authgear.headers.spring.AuthgearHeadersConfigurer;
import com.authgear.headers.test.AuthgearTestHeaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each library shows its users is the list in {@code public-api}. {@code mvn verify -pl integration-tests/consumer
 * -am -Dtest=SurfaceTests -Dsurefire.failIfNoSpecifiedTests=false -Dsurface.update=true} writes the lists anew.
 */
@Tag("surface")
final class SurfaceTests {
    private static Stream<Arguments> libraries() {
        return Stream.of(
                arguments("core", AuthgearPrincipal.class),
                arguments("servlet", AuthgearHeadersFilter.class),
                arguments("spring", AuthgearHeadersConfigurer.class),
                arguments("test", AuthgearTestHeaders.class));
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void surfaceIsTheCommittedOne(String library, Class<?> member) throws IOException {
        Path committed = Path.of("public-api", "authgear-headers-" + library + ".txt");
        List<String> surface = Surface.of(member);
        if (Boolean.getBoolean("surface.update")) {
            Files.createDirectories(committed.getParent());
            Files.write(committed, surface);
        }
        assertThat(surface).isNotEmpty().isEqualTo(Files.readAllLines(committed));
    }
}
