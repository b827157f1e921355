package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.actuate.web.exchanges.InMemoryHttpExchangeRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

final class HiddenTests {
    /** One thread, since an exchange is recorded when its answer has been sent. */
    private static final Setup ACTUATOR = Setup.secret()
            .with(Exchanges.class)
            .with(
                    "management.endpoints.web.exposure.include=*",
                    "server.tomcat.threads.max=1",
                    "server.tomcat.threads.min-spare=1");

    @ParameterizedTest
    @EnumSource
    void controllerSeesNoRawHeaders(Container container) throws IOException {
        for (String path : new String[] {"/headers", "/public/headers"}) {
            RawRequest request = Requests.as(ALICE, path).with("x-authgear-new-one: tomorrow", "x-other: kept");
            assertThat(SharedApplications.DEFAULT.on(container).body(request))
                    .contains("x-other", "kept")
                    .doesNotContainIgnoringCase("x-authgear")
                    .doesNotContainIgnoringCase("x-proxy-secret")
                    .doesNotContain("tomorrow", "manager", Requests.SECRET);
        }
    }

    @Test
    void actuatorNamesThePropertyAndNeverTheSecret() throws IOException {
        assertShows("/actuator/env", "authgear.headers.shared-secret");
        assertShows("/actuator/env/authgear.headers.shared-secret", "******");
        assertShows("/actuator/configprops", "sharedSecret");
        assertShows("/actuator/conditions", "AuthgearHeadersAutoConfiguration");
        assertShows("/actuator/beans", "authgearProxyTrust");
    }

    @Test
    void actuatorThatShowsValuesStillMasksTheSecret() throws IOException {
        Setup open = ACTUATOR.with(
                "management.endpoint.env.show-values=always",
                "management.endpoint.configprops.show-values=always",
                "own.copy=Basic " + Requests.SECRET,
                "own.other=shown");
        for (String path : new String[] {"/actuator/env", "/actuator/configprops"}) {
            assertThat(open.on(Container.TOMCAT).body(Requests.as(ALICE, path)))
                    .as(path)
                    .contains(path.endsWith("env") ? "shown" : "x-proxy-secret")
                    .doesNotContain(Requests.SECRET);
        }
    }

    @Test
    void recordedExchangesShowNoRawHeaders() throws IOException {
        Application application = ACTUATOR.on(Container.TOMCAT);
        application.send(Requests.as(ALICE, "/me").with("x-other: kept"));
        String exchanges = assertShows("/actuator/httpexchanges", "kept");
        assertThat(exchanges).doesNotContainIgnoringCase("x-authgear").doesNotContainIgnoringCase("x-proxy-secret");
    }

    private static String assertShows(String path, String text) throws IOException {
        String body = ACTUATOR.on(Container.TOMCAT).body(Requests.as(ALICE, path));
        assertThat(body).as(path).contains(text).doesNotContain(Requests.SECRET);
        return body;
    }

    @Configuration(proxyBeanMethods = false)
    static class Exchanges {
        @Bean
        InMemoryHttpExchangeRepository exchanges() {
            return new InMemoryHttpExchangeRepository();
        }
    }
}
