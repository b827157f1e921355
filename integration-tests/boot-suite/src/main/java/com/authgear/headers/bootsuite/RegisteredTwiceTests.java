package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import com.authgear.headers.servlet.AuthgearIdentityFilter;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filter already stands before Spring Security and in its chain; here the application adds it once more. */
@ExtendWith(OutputCaptureExtension.class)
final class RegisteredTwiceTests {
    @ParameterizedTest
    @EnumSource
    void sameFilterDecidesOnce(Container container) throws IOException {
        Setup setup = Setup.bare().with(OwnBeansTests.Parts.class).with(SameFilter.class);
        try (Application application = setup.start(container)) {
            OwnBeansTests.Parts counts = application.context().getBean(OwnBeansTests.Parts.class);
            for (String path : List.of("/me", "/callable", "/fail", "/forward?to=/me", "/include?to=/me")) {
                int asked = counts.asked.get();
                int mapped = counts.mapped.get();
                application.send(Requests.forged(ALICE, path).with(Requests.BEARER_LINE));
                assertThat(counts.asked.get() - asked).as(path).isEqualTo(1);
                assertThat(counts.mapped.get() - mapped).as(path).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void sameFilterLeavesTheAnswersAndOneLineALog(Container container, CapturedOutput output) throws IOException {
        assertSameAnswers(SameFilter.class, container, output);
    }

    @ParameterizedTest
    @EnumSource
    void filterOfItsOwnLeavesTheAnswersAndOneLineALog(Container container, CapturedOutput output) throws IOException {
        assertSameAnswers(OwnFilter.class, container, output);
    }

    private static void assertSameAnswers(Class<?> more, Container container, CapturedOutput output)
            throws IOException {
        Setup usual = Setup.secret().with("authgear.headers.public-paths=/public/**");
        Application once = usual.on(container);
        try (Application twice = usual.with(more).start(container)) {
            for (String path : List.of("/me", "/public/me", "/fail", "/public/forward?to=/public/me")) {
                for (RawRequest request : List.of(
                        Requests.as(ALICE, path),
                        Requests.nobody(path),
                        Requests.invalid(path),
                        RawRequest.get(path),
                        Requests.by("POST", Requests.as(ALICE, path)),
                        Requests.as(ALICE, path).with("x_authgear_user_id: bob"))) {
                    assertThat(answer(twice, request)).isEqualTo(answer(once, request));
                }
            }
            int before = output.getAll().length();
            assertThat(answer(twice, Requests.forged(ALICE, "/me"))).isEqualTo(answer(twice, RawRequest.get("/me")));
            assertThat(output.getAll().substring(before)).containsOnlyOnce("code=secret_missing");
        }
    }

    /** A failure is told with the time of day. */
    private static String answer(Application application, RawRequest request) throws IOException {
        return application.send(request).comparable().replaceAll("\"timestamp\":\"[^\"]*\"", "");
    }

    @Configuration(proxyBeanMethods = false)
    static class SameFilter {
        @Bean
        AuthgearIdentityFilter filter(AuthgearHeadersSupport support) {
            return support.filter();
        }

        @Bean
        FilterRegistrationBean<AuthgearIdentityFilter> again(AuthgearHeadersSupport support) {
            FilterRegistrationBean<AuthgearIdentityFilter> last = new FilterRegistrationBean<>(support.filter());
            last.setName("again");
            last.setOrder(Ordered.LOWEST_PRECEDENCE);
            return last;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnFilter {
        @Bean
        AuthgearHeadersFilter filter(ProxyTrust trust) {
            return AuthgearHeadersFilter.builder(trust).publicPaths("/public/*").build();
        }
    }
}
