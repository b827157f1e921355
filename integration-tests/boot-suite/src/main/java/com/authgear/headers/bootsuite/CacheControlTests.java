package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Spring Security writes a line of its own where there is none yet. */
final class CacheControlTests {
    private static final String OF_SPRING_SECURITY = "no-cache, no-store, max-age=0, must-revalidate";

    @ParameterizedTest
    @EnumSource
    void answerToSomebodyIsPrivate(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        assertThat(application.send(Requests.as(ALICE, "/me")).headers("Cache-Control"))
                .containsExactly("private, no-store");
        assertThat(application.send(RawRequest.get("/public/me")).headers("Cache-Control"))
                .containsExactly(OF_SPRING_SECURITY);
    }

    @ParameterizedTest
    @EnumSource
    void cacheControlOfTheApplicationIsKept(Container container) throws IOException {
        assertThat(SharedApplications.DEFAULT
                        .on(container)
                        .send(Requests.as(ALICE, "/cached"))
                        .headers("Cache-Control"))
                .containsExactly("max-age=60");
    }

    @ParameterizedTest
    @EnumSource
    void optionLeavesItToSpringSecurity(Container container) throws IOException {
        Setup off = Setup.secret().with("authgear.headers.cache-control=false");
        assertThat(off.on(container).send(Requests.as(ALICE, "/me")).headers("Cache-Control"))
                .containsExactly(OF_SPRING_SECURITY);
    }
}
