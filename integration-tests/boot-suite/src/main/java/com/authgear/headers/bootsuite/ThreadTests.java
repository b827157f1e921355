package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.bootsuite.Requests.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ThreadTests {
    private static final String[] PATHS = {"/callable", "/deferred", "/executor"};

    @ParameterizedTest
    @EnumSource
    void otherThreadsSeeTheUserOfTheirRequest(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        for (String path : PATHS) {
            assertThat(application.body(Requests.as(ALICE, path))).as(path).isEqualTo("alice");
            assertThat(application.body(Requests.as(BOB, path))).as(path).isEqualTo("bob");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nextTaskOfAThreadSeesNoEarlierUser(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        assertThat(application.body(Requests.as(ALICE, "/executor"))).isEqualTo("alice");
        assertThat(application.body(Requests.as(BOB, "/left"))).isEqualTo("nobody");
        assertThat(application.body(Requests.nobody("/public/executor"))).isEqualTo("anonymousUser");
        assertThat(application.body(Requests.nobody("/public/deferred"))).isEqualTo("nobody");
    }

    @Test
    void nextRequestOnTheOnlyThreadSeesNoEarlierUser() throws IOException {
        Setup single = Setup.secret()
                .with(
                        "authgear.headers.public-paths=/public/**",
                        "server.tomcat.threads.max=1",
                        "server.tomcat.threads.min-spare=1");
        try (Application application = single.start(Container.TOMCAT)) {
            for (String path : new String[] {"/me", "/callable", "/fail", "/manager"}) {
                application.send(Requests.as(ALICE, path));
                assertThat(application.body(Requests.nobody("/public/me")))
                        .as(path)
                        .isEqualTo("nobody");
                assertThat(application.body(Requests.nobody("/public/holder")))
                        .as(path)
                        .isEqualTo("anonymousUser");
            }
        }
    }

    /** Before Java 21 Boot ignores the property, and this test repeats the one above. */
    @Test
    void virtualThreadsSeeTheUserOfTheirRequest() throws IOException {
        try (Application application =
                Setup.secret().with("spring.threads.virtual.enabled=true").start(Container.TOMCAT)) {
            assertThat(application.body(Requests.as(ALICE, "/me"))).isEqualTo("alice");
            for (String path : PATHS) {
                assertThat(application.body(Requests.as(ALICE, path))).as(path).isEqualTo("alice");
            }
        }
    }
}
