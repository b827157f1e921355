package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The report of the actuator: what holds and what was refused, and nothing to attack it with. */
final class EndpointTests {
    private static final String REPORT = "/actuator/authgear";
    private static final Setup SETUP = Setup.secret()
            .with(
                    "management.endpoints.web.exposure.include=authgear",
                    "authgear.headers.trusted-proxies=127.0.0.1,192.0.2.0/24",
                    "authgear.headers.secret-header=x-gate",
                    "authgear.headers.roles.trusted=true",
                    "authgear.headers.invalid-session=refuse");

    @ParameterizedTest
    @EnumSource
    void optionsAndRefusalsAreReported(Container container) throws IOException {
        try (Application application = SETUP.start(container)) {
            application.send(Requests.forged(ALICE, "/me"));
            application.send(Requests.forged(ALICE, "/me"));
            application.send(gated("/me").with("x-authgear-user-id: bob"));
            assertThat(application.body(gated(REPORT)))
                    .isEqualTo("{\"developmentIdentity\":false,"
                            + "\"options\":{\"cacheControl\":true,\"clockSkewSeconds\":60,\"credentialTripwire\":true,"
                            + "\"dangerouslyReadMissingAnonymousAsFalse\":false,\"exposeHeaders\":false,"
                            + "\"lenientBooleans\":false,\"missingFlags\":\"refuse\",\"refuseInvalidSessions\":true,"
                            + "\"sharedSecrets\":1,\"trustEveryPeer\":false,\"trustRoles\":true,\"trustedProxies\":2},"
                            + "\"refusals\":{\"malformed\":{\"duplicate_header\":1},\"step_up\":{},"
                            + "\"untrusted\":{\"secret_missing\":2}}}");
        }
    }

    @Test
    void reportNeedsAUserLikeAllElse() throws IOException {
        Application application = SETUP.on(Container.TOMCAT);
        assertThat(application.status(RawRequest.get(REPORT))).isEqualTo(401);
        assertThat(application.status(Requests.forged(ALICE, REPORT))).isEqualTo(401);
        assertThat(application.status(gated(REPORT))).isEqualTo(200);
    }

    @Test
    void reportNamesTheDevelopmentIdentity() throws IOException {
        Setup development = DevelopmentTests.ALICE.with("management.endpoints.web.exposure.include=authgear");
        try (Application application = development.start(Container.TOMCAT)) {
            assertThat(application.body(RawRequest.get(REPORT)))
                    .startsWith("{\"developmentIdentity\":true,\"options\":{")
                    .doesNotContain("alice");
        }
    }

    @Test
    void reportIsThereOnlyWhereItIsExposed() throws IOException {
        Application application = Applications.DEFAULT.on(Container.TOMCAT);
        assertThat(application.status(Requests.as(ALICE, REPORT))).isEqualTo(404);
        assertThat(application.context().containsBean("authgearEndpoint")).isFalse();
    }

    private static RawRequest gated(String target) {
        return Requests.forged(ALICE, target).with(Requests.BEARER_LINE, "x-gate: " + Requests.SECRET);
    }
}
