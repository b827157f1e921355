package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** An application with its own chains must cover every path explicitly. */
@ExtendWith(OutputCaptureExtension.class)
final class SecurityChainVerifierTests {
    private static final String WARNING = "No SecurityFilterChain is for every request";

    @Test
    void chainWithoutTheHeadersStopsTheStart(CapturedOutput output) {
        StartFailure.of(Setup.secret().with(WithoutHeaders.class), Container.TOMCAT, output)
                .contains("http.with(AuthgearHeadersConfigurer.authgearHeaders()", "authgear.headers.enabled=false");
    }

    @Test
    void chainForTheActuatorAloneDoesNotOpenTheRest(CapturedOutput output) {
        StartFailure.of(Setup.secret().with(ForActuatorAlone.class), Container.JETTY, output)
                .contains("none of them uses the Authgear headers");
    }

    @Test
    void chainsThatLeaveRequestsToNobodyAreWarnedOf(CapturedOutput output) throws IOException {
        try (Application application = Setup.secret().with(ForApiAlone.class).start(Container.TOMCAT)) {
            assertThat(application.status(Requests.nobody("/api/me"))).isEqualTo(401);
            assertThat(application.body(Requests.as(ALICE, "/api/me"))).isEqualTo("alice");
        }
        assertThat(output).contains(WARNING);
    }

    @Test
    void chainForEverythingIsNotWarnedOf(CapturedOutput output) {
        Setup.secret().with(OwnChains.class).start(Container.TOMCAT).close();
        assertThat(output).doesNotContain(WARNING);
    }

    @Configuration(proxyBeanMethods = false)
    static class WithoutHeaders {
        @Bean
        SecurityFilterChain everything(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ForActuatorAlone {
        @Bean
        SecurityFilterChain actuator(HttpSecurity http) throws Exception {
            return http.securityMatcher("/actuator/**")
                    .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .build();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ForApiAlone {
        @Bean
        SecurityFilterChain api(HttpSecurity http) throws Exception {
            return http.securityMatcher("/api/**")
                    .with(authgearHeaders(), withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }
    }
}
