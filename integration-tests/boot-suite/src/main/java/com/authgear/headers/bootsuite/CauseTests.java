package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The library reads the causes of an application's exception, which may form a cycle. */
final class CauseTests {
    private static final Setup SETUP = SharedApplications.DEFAULT.with(Throwing.class);

    @ParameterizedTest
    @CsvSource({"TOMCAT, /circle", "TOMCAT, /circle-later", "JETTY, /circle", "JETTY, /circle-later"})
    void requestEnds(Container container, String path) {
        Application application = SETUP.on(container);
        int status = assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> application.status(Requests.as(Requests.ALICE, path)));
        assertThat(status).isEqualTo(500);
    }

    @RestController
    static class Throwing {
        @GetMapping("/circle")
        String circle() {
            throw inACircle();
        }

        @GetMapping("/circle-later")
        Callable<String> circleLater() {
            return () -> {
                throw inACircle();
            };
        }

        private static RuntimeException inACircle() {
            RuntimeException first = new RuntimeException("first");
            first.initCause(new RuntimeException("second", first));
            return first;
        }
    }
}
