package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.bootsuite.Requests.ALICE_WITHOUT_ROLES;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configurer alone, under each session policy. That no answer sets JSESSIONID is asserted by the client. */
final class OwnChainTests {
    private final Application application = Setup.secret()
            .with(OwnChains.class)
            .with("authgear.headers.trust-roles=true")
            .on(Container.TOMCAT);

    @ParameterizedTest
    @ValueSource(strings = {"/stateless/me", "/never/me", "/me"})
    void chainOfTheUserAnswersLikeTheDefaultOne(String path) throws IOException {
        Application defaults = SharedApplications.DEFAULT.on(Container.TOMCAT);
        for (String method : new String[] {"GET", "POST"}) {
            assertThat(application.body(Requests.by(method, Requests.as(ALICE, path))))
                    .isEqualTo("alice");
            for (RawRequest refused : new RawRequest[] {
                Requests.nobody(path), Requests.forged(ALICE, path), Requests.invalid(path), RawRequest.get(path)
            }) {
                RawRequest request = Requests.by(method, refused);
                assertThat(application.send(request).status()).isEqualTo(401);
                assertThat(application.send(request).body())
                        .isEqualTo(defaults.send(request).body());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/stateless/me", "/never/me", "/me"})
    void postInABrowserNeedsAToken(String path) throws IOException {
        assertThat(application.status(Requests.inBrowser(ALICE, "GET", path))).isEqualTo(200);
        assertThat(application.status(Requests.inBrowser(ALICE, "POST", path))).isEqualTo(403);
    }

    @Test
    void rulesOfTheChainAreItsOwn() throws IOException {
        assertThat(application.body(Requests.nobody("/public/me"))).isEqualTo("nobody");
        assertThat(application.status(Requests.forged(ALICE, "/public/me"))).isEqualTo(401);
        assertThat(application.status(Requests.as(ALICE, "/managers/me"))).isEqualTo(200);
        assertThat(application.status(Requests.as(ALICE_WITHOUT_ROLES, "/managers/me")))
                .isEqualTo(403);
    }

    @Test
    void defaultChainHasBackedOff() throws IOException {
        assertThat(application.status(RawRequest.get("/actuator/health"))).isEqualTo(401);
        assertThat(application.status(Requests.as(ALICE, "/actuator/health"))).isEqualTo(200);
    }
}
