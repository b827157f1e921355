package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A refused request gets the same answer as one without an identity, in each way to configure that answer. */
final class OneAnswerTests {
    private static final Setup SETUP = Setup.secret().with(Chains.class).with(Pages.class);

    @ParameterizedTest
    @ValueSource(strings = {"handling-before", "handling-after", "default-for", "here", "basic", "form", "plain"})
    void refusedRequestGetsTheAnswerOfOneWithoutIdentity(String area) throws IOException {
        Application application = SETUP.on(Container.TOMCAT);
        String path = "/" + area + "/x";
        for (String method : List.of("GET", "POST", "HEAD")) {
            String nobody = answer(application, Requests.by(method, Requests.nobody(path)));
            for (RawRequest refused : List.of(
                    Requests.forged(ALICE, path),
                    Requests.nobody(path).with("x-authgear-user-id: alice"),
                    Requests.nobody(path).with("x_authgear_user_id: alice"),
                    Requests.nobody(path).with("x-authgear-session-valid: maybe"))) {
                assertThat(answer(application, Requests.by(method, refused))).isEqualTo(nobody);
            }
            assertThat(application.status(Requests.by(method, Requests.as(ALICE, path))))
                    .isEqualTo(200);
        }
    }

    @Test
    void answerIsTheOneThatTheApplicationChose() throws IOException {
        Application application = SETUP.on(Container.TOMCAT);
        for (String area : List.of("handling-before", "handling-after", "default-for", "here")) {
            RawResponse response = application.send(Requests.forged(ALICE, "/" + area + "/x"));
            assertThat(response.status()).as(area).isEqualTo(418);
            assertThat(response.body()).startsWith("own ");
        }
        assertThat(application
                        .send(Requests.forged(ALICE, "/form/x").with("Accept: text/html"))
                        .status())
                .isEqualTo(302);
        assertThat(application.send(Requests.forged(ALICE, "/plain/x")).status())
                .isEqualTo(401);
    }

    @Test
    void refusedInvalidSessionGetsItAsWell() throws IOException {
        Application application = SETUP.on(Container.TOMCAT);
        assertThat(answer(application, Requests.invalid("/invalid/public")))
                .isEqualTo(answer(application, Requests.nobody("/invalid/x")))
                .contains("418");
        assertThat(application.status(Requests.nobody("/invalid/public"))).isEqualTo(200);
    }

    /** Without exceptionHandling there is no entry point: a refused request gets the plain 401. */
    @Test
    void chainWithoutExceptionHandlingRefusesAllTheSame() throws IOException {
        Application application = SETUP.on(Container.TOMCAT);
        assertThat(application.status(Requests.forged(ALICE, "/without/x"))).isEqualTo(401);
        assertThat(application.status(Requests.as(ALICE, "/without/x"))).isEqualTo(200);
    }

    private static String answer(Application application, RawRequest request) throws IOException {
        return application.send(request).comparable();
    }

    @Configuration(proxyBeanMethods = false)
    static class Chains {
        /** Writes all that it receives into the answer, so that a difference is visible. */
        private static final AuthenticationEntryPoint OWN = (request, response, exception) -> {
            response.setStatus(418);
            response.getWriter()
                    .print("own " + exception.getClass() + exception.getMessage() + exception.getCause()
                            + request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION));
        };

        @Bean
        @Order(1)
        SecurityFilterChain handlingBefore(HttpSecurity http) throws Exception {
            http.exceptionHandling(handling -> handling.authenticationEntryPoint(OWN));
            return area(http.with(authgearHeaders(), withDefaults()), "/handling-before/**");
        }

        @Bean
        @Order(2)
        SecurityFilterChain handlingAfter(HttpSecurity http) throws Exception {
            http.with(authgearHeaders(), withDefaults());
            return area(
                    http.exceptionHandling(handling -> handling.authenticationEntryPoint(OWN)), "/handling-after/**");
        }

        @Bean
        @Order(3)
        SecurityFilterChain defaultFor(HttpSecurity http) throws Exception {
            http.exceptionHandling(
                    handling -> handling.defaultAuthenticationEntryPointFor(OWN, AnyRequestMatcher.INSTANCE));
            return area(http.with(authgearHeaders(), withDefaults()), "/default-for/**");
        }

        @Bean
        @Order(4)
        SecurityFilterChain here(HttpSecurity http) throws Exception {
            return area(http.with(authgearHeaders(), headers -> headers.entryPoint(OWN)), "/here/**");
        }

        @Bean
        @Order(5)
        SecurityFilterChain basic(HttpSecurity http) throws Exception {
            return area(http.with(authgearHeaders(), withDefaults()).httpBasic(withDefaults()), "/basic/**");
        }

        @Bean
        @Order(6)
        SecurityFilterChain form(HttpSecurity http) throws Exception {
            http.formLogin(form -> form.loginPage("/form/login").permitAll());
            return area(http.with(authgearHeaders(), withDefaults()), "/form/**");
        }

        @Bean
        @Order(7)
        SecurityFilterChain invalid(HttpSecurity http) throws Exception {
            return http.securityMatcher("/invalid/**")
                    .with(authgearHeaders().entryPoint(OWN), headers -> headers.refuseInvalidSessions(true))
                    .authorizeHttpRequests(requests -> requests.requestMatchers("/invalid/public")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .build();
        }

        @Bean
        @Order(8)
        SecurityFilterChain without(HttpSecurity http) throws Exception {
            http.exceptionHandling(AbstractHttpConfigurer::disable);
            return area(http.with(authgearHeaders(), withDefaults()), "/without/**");
        }

        @Bean
        @Order(9)
        SecurityFilterChain plain(HttpSecurity http) throws Exception {
            return http.with(authgearHeaders(), withDefaults())
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }

        private static SecurityFilterChain area(HttpSecurity http, String paths) throws Exception {
            return http.securityMatcher(paths)
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .build();
        }
    }

    @RestController
    static class Pages {
        @RequestMapping({"/{area}/x", "/invalid/public"})
        String page() {
            return "page";
        }
    }
}
