package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the development identity must not be, nothing starts. */
@ExtendWith(OutputCaptureExtension.class)
final class DevelopmentStartTests {
    private static final Setup ALICE = Setup.bare()
            .with(
                    "spring.profiles.active=dev",
                    "authgear.headers.dev.enabled=true",
                    "authgear.headers.dev.user-id=alice");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shared-secret=" + Requests.SECRET,
                "shared-secret=${A_VARIABLE_THAT_IS_NOT_SET}",
                "previous-shared-secret=" + Requests.SECRET,
                "shared-secret-file=/no/such/file",
                "trusted-proxies=127.0.0.1",
                "trust-every-peer=true"
            })
    void besideAnyTrust(String property, CapturedOutput output) {
        StartFailure.of(ALICE.with("authgear.headers." + property), Container.TOMCAT, output)
                .contains(
                        "authgear.headers.dev.enabled",
                        "beside authgear.headers." + property.split("=", 2)[0],
                        "empty the other")
                .doesNotContain(Requests.SECRET);
    }

    @Test
    void besideATrustOfTheApplicationsOwn(CapturedOutput output) {
        StartFailure.of(ALICE.with(OwnTrust.class), Container.TOMCAT, output)
                .contains("beside a ProxyTrust or AuthgearHeadersSupport bean", "Remove authgear.headers.dev.enabled");
        StartFailure.of(ALICE.with(OwnSupport.class), Container.JETTY, output)
                .contains("beside a ProxyTrust or AuthgearHeadersSupport bean", "Remove authgear.headers.dev.enabled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prod", "development", "default"})
    void withoutItsProfile(String profile, CapturedOutput output) {
        StartFailure.of(ALICE.with("spring.profiles.active=" + profile), Container.TOMCAT, output)
                .contains("authgear.headers.dev.profiles is active: [dev, local]", "spring.profiles.active=dev");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.main.cloud-platform=kubernetes",
                "spring.main.cloud-platform=azure-app-service",
                "VCAP_APPLICATION=here"
            })
    void onACloudPlatform(String property, CapturedOutput output) {
        StartFailure.of(ALICE.with(property), Container.TOMCAT, output)
                .contains("on a cloud platform", "Remove authgear.headers.dev.enabled");
    }

    @Test
    void onACloudPlatformThatIsDenied(CapturedOutput output) {
        Setup denied = ALICE.with("VCAP_APPLICATION=here", "spring.main.cloud-platform=none");
        StartFailure.of(denied, Container.TOMCAT, output).contains("on a cloud platform");
        ALICE.with("spring.main.cloud-platform=none").start(Container.TOMCAT).close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server.forward-headers-strategy=native",
                "server.tomcat.remoteip.remote-ip-header=X-Forwarded-For"
            })
    void whereTomcatHidesThePeer(String property, CapturedOutput output) throws IOException {
        StartFailure.of(ALICE.with(property), Container.TOMCAT, output)
                .contains("Tomcat hides who is connected", "server.forward-headers-strategy=none");
        try (Application application = ALICE.with(property).start(Container.JETTY)) {
            assertThat(application.body(RawRequest.get("/me"))).isEqualTo("alice");
        }
        Setup own = ALICE.with(property).with(DevelopmentTests.Peer.class).with("suite.peer=127.0.0.1");
        try (Application application = own.start(Container.TOMCAT)) {
            assertThat(application.body(RawRequest.get("/me"))).isEqualTo("alice");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "user-id, a b",
        "user-id, ''",
        "roles, 9",
        "amr, a;b",
        "authenticated-ago, -1s",
        "authenticated-ago, 30000d",
        "authenticated-ago, soon",
        "anonymous, perhaps"
    })
    void asAUserWhoCannotBe(String property, String value, CapturedOutput output) {
        String name = "authgear.headers.dev." + property;
        StartFailure.of(ALICE.with("authgear.headers.roles.trusted=true", name + "=" + value), Container.TOMCAT, output)
                .contains(name);
    }

    @Test
    void asNobody(CapturedOutput output) {
        Setup nobody = Setup.bare().with("spring.profiles.active=local", "authgear.headers.dev.enabled=true");
        StartFailure.of(nobody, Container.TOMCAT, output).contains("Set authgear.headers.dev.user-id");
    }

    @Test
    void withRolesThatAreNotRead(CapturedOutput output) {
        StartFailure.of(ALICE.with("authgear.headers.dev.roles=manager"), Container.TOMCAT, output)
                .contains("authgear.headers.dev.roles", "authgear.headers.roles.trusted=true");
    }

    @ParameterizedTest
    @CsvSource({"local, ''", "'prod,local', ''", "mine, mine", "dev, 'mine,dev'"})
    void startsInItsProfiles(String active, String profiles) throws IOException {
        Setup setup = ALICE.with("spring.profiles.active=" + active);
        Setup named = profiles.isEmpty() ? setup : setup.with("authgear.headers.dev.profiles=" + profiles);
        try (Application application = named.start(Container.TOMCAT)) {
            assertThat(application.body(RawRequest.get("/me"))).isEqualTo("alice");
        }
    }

    @Test
    void startsWhereTheProfileEmptiesTheTrustOfTheOthers() throws IOException {
        Setup emptied = ALICE.with(
                "authgear.headers.shared-secret=",
                "authgear.headers.shared-secret-file=",
                "authgear.headers.trusted-proxies=");
        try (Application application = emptied.start(Container.TOMCAT)) {
            assertThat(application.body(RawRequest.get("/me"))).isEqualTo("alice");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnTrust {
        @Bean
        ProxyTrust ownTrust() {
            return ProxyTrust.sharedSecret(Requests.SECRET);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnSupport {
        @Bean
        AuthgearHeadersSupport ownSupport() {
            return AuthgearHeadersSupport.of(ProxyTrust.sharedSecret(Requests.SECRET), options -> {});
        }
    }
}
