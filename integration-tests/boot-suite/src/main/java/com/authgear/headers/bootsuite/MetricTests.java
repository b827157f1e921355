package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.bootsuite.Requests.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.servlet.AuthgearRequestListener;
import com.authgear.headers.servlet.StepUpFilter;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The counter, read from the actuator. */
final class MetricTests {
    private static final String METRIC = "/actuator/metrics/authgear.headers.requests";
    private static final Setup SETUP = Setup.secret()
            .with("authgear.headers.public-paths=/public/**", "management.endpoints.web.exposure.include=metrics");
    private static final Setup STEP_UP = Setup.secret()
            .with("management.endpoints.web.exposure.include=metrics")
            .with(StepUpChainTests.Chain.class)
            .with(StepUpChainTests.Pages.class)
            .with(StepUpController.class)
            .with(StepUpController.Vault.class)
            .with(Filtered.class);

    @ParameterizedTest
    @EnumSource
    void everyRequestIsCountedOnceByOutcomeAndReason(Container container) throws IOException {
        try (Application application = SETUP.start(container)) {
            application.send(Requests.as(ALICE, "/callable"));
            application.send(Requests.as(ALICE, "/fail"));
            application.send(Requests.nobody("/public/forward?to=/public/me"));
            application.send(Requests.invalid("/me"));
            application.send(Requests.as(ALICE, "/me").with("x-authgear-user-id: bob"));
            application.send(Requests.forged(ALICE, "/me"));
            application.send(Requests.forged(ALICE, "/public/me"));
            assertThat(count(application, "outcome:valid&tag=reason:none")).isEqualTo("3.0");
            assertThat(count(application, "outcome:none&tag=reason:none")).isEqualTo("1.0");
            assertThat(count(application, "outcome:invalid&tag=reason:none")).isEqualTo("1.0");
            assertThat(count(application, "outcome:malformed&tag=reason:duplicate_header"))
                    .isEqualTo("1.0");
            assertThat(count(application, "outcome:untrusted&tag=reason:secret_missing"))
                    .isEqualTo("2.0");
        }
    }

    /** A method's annotation, a rule about requests, and a servlet filter. */
    @ParameterizedTest
    @EnumSource
    void stepUpIsCountedWhicheverRuleAsksForIt(Container container) throws IOException {
        try (Application application = STEP_UP.start(container)) {
            for (String target : List.of("/transfer", "/recent/x", "/any/x")) {
                assertThat(application.status(Requests.as(StepUpUsers.aged(5), target)))
                        .isEqualTo(200);
                assertThat(application.status(Requests.as(StepUpUsers.aged(310), target)))
                        .isEqualTo(401);
                assertThat(application.status(Requests.as(StepUpUsers.unableAged(310), target)))
                        .isEqualTo(403);
            }
            assertThat(count(application, "outcome:valid&tag=reason:none")).isEqualTo("10.0");
            assertThat(count(application, "outcome:step_up")).isEqualTo("6.0");
            assertThat(count(application, "outcome:step_up&tag=reason:step_up_required"))
                    .isEqualTo("3.0");
            assertThat(count(application, "outcome:step_up&tag=reason:reauthentication_unavailable"))
                    .isEqualTo("3.0");
        }
    }

    @Test
    void tagsNameNobody() throws IOException {
        Application application = SETUP.on(Container.TOMCAT);
        application.send(Requests.as(ALICE, "/me"));
        assertThat(application.body(Requests.as(BOB, METRIC)))
                .contains("\"outcome\"", "\"reason\"", "\"valid\"")
                .doesNotContain("alice", "bob");
        assertThat(application.status(RawRequest.get(METRIC))).isEqualTo(401);
    }

    @Test
    void countingCanBeTurnedOff() throws IOException {
        try (Application application =
                SETUP.with("management.metrics.enable.authgear=false").start(Container.TOMCAT)) {
            assertThat(application.body(Requests.as(ALICE, "/me"))).isEqualTo("alice");
            assertThat(application.status(Requests.as(ALICE, METRIC))).isEqualTo(404);
            assertThat(application.status(Requests.as(ALICE, "/actuator/metrics/jvm.memory.used")))
                    .isEqualTo(200);
        }
    }

    @Test
    void ownSupportCountsWithTheListenersThatItIsGiven() throws IOException {
        try (Application application = Setup.bare()
                .with(OwnSupport.class)
                .with("management.endpoints.web.exposure.include=metrics")
                .start(Container.TOMCAT)) {
            assertThat(application.status(Requests.as(ALICE, "/me").with("x_authgear_user_id: bob")))
                    .isEqualTo(401);
            assertThat(count(application, "outcome:malformed&tag=reason:alias_header"))
                    .isEqualTo("1.0");
        }
    }

    private static String count(Application application, String tags) throws IOException {
        RawResponse response = application.send(Requests.as(BOB, METRIC + "?tag=" + tags));
        return response.body().replaceAll("(?s).*\"value\":([0-9.]+).*", "$1");
    }

    @Configuration(proxyBeanMethods = false)
    static class Filtered {
        @Bean
        FilterRegistrationBean<StepUpFilter> stepUp() {
            return new FilterRegistrationBean<>(StepUpFilter.builder()
                    .requireRecent(Duration.ofMinutes(5), "/any/*")
                    .build());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnSupport {
        @Bean
        AuthgearHeadersSupport support(ObjectProvider<AuthgearRequestListener> listeners) {
            return AuthgearHeadersSupport.of(
                    ProxyTrust.trustEveryPeer(), options -> listeners.forEach(options::listener));
        }
    }
}
