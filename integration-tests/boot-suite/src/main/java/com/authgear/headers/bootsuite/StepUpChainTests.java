package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.StepUpTests.CHALLENGE;
import static com.authgear.headers.bootsuite.StepUpTests.assertForbidden;
import static com.authgear.headers.bootsuite.StepUpUsers.aged;
import static com.authgear.headers.bootsuite.StepUpUsers.unableAged;
import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAuthority;
import static org.springframework.security.authorization.AuthorizationManagers.allOf;
import static org.springframework.security.config.Customizer.withDefaults;

import com.authgear.headers.StepUpRule;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.servlet.StepUpHandler;
import com.authgear.headers.spring.boot.AuthgearHeadersAutoConfiguration;
import com.authgear.headers.spring.stepup.AuthgearAuthorization;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rules about requests, handlers of the application's own, and applications without other method security. */
final class StepUpChainTests {
    private static final Setup SETUP = Setup.secret().with(Chain.class).with(Pages.class);

    @ParameterizedTest
    @EnumSource
    void ruleAboutRequestsAsksAsAMethodDoes(Container container) throws IOException {
        Application application = SETUP.on(container);
        assertThat(application.send(Requests.as(aged(310), "/recent/x")).headers("WWW-Authenticate"))
                .containsExactly(CHALLENGE + 300);
        assertThat(application.body(Requests.as(aged(280), "/recent/x"))).isEqualTo("page");
        assertThat(application.send(Requests.as(aged(70), "/factor/x")).headers("WWW-Authenticate"))
                .containsExactly(CHALLENGE + 0);
        assertThat(application.body(Requests.as(aged(70, "mfa"), "/factor/x"))).isEqualTo("page");
        assertThat(application.send(Requests.as(aged(70, "mfa"), "/strict/x")).headers("WWW-Authenticate"))
                .containsExactly(CHALLENGE + 0);
        assertForbidden(application, unableAged(310), "/recent/x", "reauthentication_unavailable");
        assertForbidden(application, aged(5), "/factor/x", "factor_unavailable");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGetsThePlain401(Container container) throws IOException {
        Application application = SETUP.on(container);
        RawResponse plain = application.send(Requests.nobody("/any/x"));
        assertThat(plain.headers("WWW-Authenticate")).containsExactly("Bearer");
        assertThat(application.send(Requests.nobody("/recent/x")).comparable()).isEqualTo(plain.comparable());
    }

    @ParameterizedTest
    @EnumSource
    void ruleBesideAnotherOneIsAskedAfterIt(Container container) throws IOException {
        Application application = SETUP.on(container);
        assertThat(application
                        .send(Requests.as(StepUpUsers.of(310).verified(true).build(), "/verified/x"))
                        .headers("WWW-Authenticate"))
                .containsExactly(CHALLENGE + 300);
        assertThat(application.body(Requests.as(StepUpUsers.of(5).verified(true).build(), "/verified/x")))
                .isEqualTo("page");
        RawResponse denied = application.send(Requests.as(aged(310), "/verified/x"));
        assertThat(denied.status()).isEqualTo(418);
    }

    /** The chain's own handler gets the denials that are not about step-up, and only these. */
    @ParameterizedTest
    @EnumSource
    void ownHandlerOfDenialsGetsTheOthers(Container container) throws IOException {
        Application application = SETUP.on(container);
        assertThat(application.status(Requests.as(aged(5), "/never/x"))).isEqualTo(418);
        assertThat(application.status(Requests.as(aged(310), "/recent/x"))).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource
    void handlerOfStepUpCanBeABean(Container container) throws IOException {
        Application application = SETUP.with(ToTheLogin.class).on(container);
        assertThat(application.send(Requests.as(aged(310), "/recent/x")).header("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/login"));
    }

    /** Has no annotation of Spring Security and no proxy configuration. */
    @Test
    void annotationsWorkWithoutOtherMethodSecurity() throws IOException {
        try (Application application = start(Alone.class, "authgear.headers.shared-secret=" + Requests.SECRET)) {
            assertThat(application.send(Requests.as(aged(310), "/transfer")).headers("WWW-Authenticate"))
                    .containsExactly(CHALLENGE + 300);
            assertThat(application.body(Requests.as(aged(5), "/transfer"))).isEqualTo("done");
        }
    }

    /**
     * With the headers turned off no user has a time of login, so a page that requires a recent login refuses every
     * user.
     */
    @Test
    void annotationsAreEnforcedWithoutTheHeadersToo() throws IOException {
        try (Application application =
                start(Alone.class, "authgear.headers.enabled=false", "spring.security.user.password=x")) {
            RawResponse response = application
                    .client()
                    .send(Requests.as(aged(5), "/transfer").replacing("Authorization: Basic dXNlcjp4"));
            assertThat(response.status()).isEqualTo(403);
        }
    }

    @Test
    void clockCanBeABeanOfItsName() throws IOException {
        Setup tomorrow = SharedApplications.DEFAULT
                .with(StepUpController.class)
                .with(StepUpController.Vault.class)
                .with(Tomorrow.class);
        try (Application application = tomorrow.start(Container.TOMCAT)) {
            assertThat(application.send(Requests.as(aged(0), "/transfer")).headers("WWW-Authenticate"))
                    .containsExactly(CHALLENGE + 300);
        }
    }

    private static Application start(Class<?> source, String... properties) {
        return new Application(new SpringApplicationBuilder(source)
                .properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off")
                .properties(properties)
                .properties("logging.level.root=WARN", ContainerChoice.PROPERTY + "=JETTY")
                .run());
    }

    @Configuration(proxyBeanMethods = false)
    static class Chain {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            return http.with(authgearHeaders(), withDefaults())
                    .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                            .permitAll()
                            .requestMatchers("/recent/**")
                            .access(AuthgearAuthorization.recentLogin(Duration.ofMinutes(5)))
                            .requestMatchers("/factor/**")
                            .access(AuthgearAuthorization.amr("mfa"))
                            .requestMatchers("/strict/**")
                            .access(AuthgearAuthorization.stepUp(
                                    StepUpRule.recentLogin("1m").and(StepUpRule.amr("mfa"))))
                            .requestMatchers("/verified/**")
                            .access(allOf(
                                    hasAuthority("AUTHGEAR_VERIFIED"),
                                    AuthgearAuthorization.recentLogin(Duration.ofMinutes(5))))
                            .requestMatchers("/never/**")
                            .denyAll()
                            .anyRequest()
                            .authenticated())
                    .exceptionHandling(handling ->
                            handling.accessDeniedHandler((request, response, denied) -> response.setStatus(418)))
                    .build();
        }
    }

    @RestController
    static class Pages {
        @GetMapping({"/recent/x", "/factor/x", "/strict/x", "/verified/x", "/never/x", "/any/x"})
        String page() {
            return "page";
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ToTheLogin {
        @Bean
        StepUpHandler stepUpHandler() {
            return (request, response, result) -> response.sendRedirect("/login");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Tomorrow {
        @Bean(AuthgearHeadersAutoConfiguration.CLOCK)
        Clock clock() {
            return Clock.fixed(Instant.now().plus(Duration.ofDays(1)), ZoneOffset.UTC);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({ContainerChoice.class, StepUpController.class, StepUpController.Vault.class})
    static class Alone {}
}
