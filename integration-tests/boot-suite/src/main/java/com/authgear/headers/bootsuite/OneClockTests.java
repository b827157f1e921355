package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.StepUpUsers.aged;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.servlet.StepUpFilter;
import com.authgear.headers.spring.boot.AuthgearHeadersAutoConfiguration;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parser and all rules about a login (of requests, methods and the filter) share one clock and one skew. */
final class OneClockTests {
    private static final long DAY = 86_400;
    private static final List<String> RULES = List.of("/recent/x", "/transfer", "/filtered/x");
    private static final Setup SETUP = Setup.secret()
            .with(StepUpChainTests.Chain.class)
            .with(StepUpChainTests.Pages.class)
            .with(StepUpController.class)
            .with(StepUpController.Vault.class)
            .with(Filtered.class);

    @Test
    void loginWithinTheSkewSatisfiesEveryRule() throws IOException {
        Application application = SETUP.with("authgear.headers.clock-skew=5m").on(Container.TOMCAT);
        for (String path : RULES) {
            assertThat(passes(application, -120, path)).as(path).isTrue();
            assertThat(passes(application, 310, path)).as(path).isFalse();
            assertThat(application.send(Requests.as(aged(-600), path)).body())
                    .as(path)
                    .contains("authentication_time_unknown");
        }
    }

    @Test
    void loginBeyondTheDefaultSkewSatisfiesNone() throws IOException {
        Application application = SETUP.on(Container.TOMCAT);
        for (String path : RULES) {
            assertThat(passes(application, -30, path)).as(path).isTrue();
            assertThat(application.send(Requests.as(aged(-120), path)).body())
                    .as(path)
                    .contains("authentication_time_unknown");
        }
    }

    @Test
    void clockOfTheBeanTellsTheAgeToEveryRule() throws IOException {
        Application application = SETUP.with(Tomorrow.class).on(Container.TOMCAT);
        for (String path : RULES) {
            assertThat(passes(application, -DAY, path)).as(path).isTrue();
            assertThat(passes(application, 0, path)).as(path).isFalse();
        }
    }

    private static boolean passes(Application application, long age, String path) throws IOException {
        return application.status(Requests.as(aged(age), path)) != 401
                && !application.body(Requests.as(aged(age), path)).contains("authentication_time_unknown");
    }

    @Configuration(proxyBeanMethods = false)
    static class Filtered {
        @Bean
        FilterRegistrationBean<StepUpFilter> stepUp() {
            return new FilterRegistrationBean<>(StepUpFilter.builder()
                    .requireRecent(Duration.ofMinutes(5), "/filtered/*")
                    .build());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Tomorrow {
        @Bean(AuthgearHeadersAutoConfiguration.CLOCK)
        Clock tomorrow() {
            return Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
        }
    }
}
