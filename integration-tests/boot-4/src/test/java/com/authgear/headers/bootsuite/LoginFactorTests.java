package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.StepUpTests.CHALLENGE;
import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.resolverstub.ResolverStub;
import com.authgear.headers.spring.AuthgearAuthoritiesMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagerFactories;
import org.springframework.security.authorization.AuthorizationManagerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Spring Security's own rules about the age of a login, with the answers of servers as they are: no method, a time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LoginFactorTests {
    private static final Setup SETUP = Setup.secret().with(Chain.class);

    private final ResolverStub stub = ResolverStub.builder().build();

    @BeforeAll
    void start() throws IOException {
        stub.start();
    }

    @AfterAll
    void stop() {
        stub.close();
    }

    /** Alice has just logged in, Erin and Frank two hours ago, Frank cannot again; Carol is anonymous and new. */
    @ParameterizedTest
    @CsvSource({
        "alice, /recent/me, 200, ''",
        "erin, /recent/me, 401, step_up_required",
        "frank, /recent/me, 403, reauthentication_unavailable",
        "carol, /recent/me, 403, anonymous_user",
        "alice, /every/me, 200, ''",
        "erin, /every/me, 401, step_up_required",
        "carol, /every/me, 403, anonymous_user",
        "alice, /ever/me, 200, ''",
        "erin, /ever/me, 200, ''",
        "carol, /ever/me, 403, anonymous_user",
        "carol, /me, 200, ''"
    })
    void ageOfTheLoginDecides(String user, String path, int status, String code) throws IOException {
        for (Container container : Container.values()) {
            RawResponse response = SETUP.on(container).send(forwarded(user, path));
            assertThat(response.status()).isEqualTo(status);
            assertThat(response.headers("WWW-Authenticate"))
                    .isEqualTo(status == 401 ? List.of(CHALLENGE + 300) : List.of());
            if (!code.isEmpty()) {
                assertThat(response.body()).contains("\"code\":\"" + code + "\"");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void loginOfAnUnknownTimeIsNoFactor(Container container) throws IOException {
        AuthgearPrincipal user =
                AuthgearPrincipal.builder("alice").canReauthenticate(true).build();
        for (String path : List.of("/recent/me", "/every/me", "/ever/me")) {
            StepUpTests.assertForbidden(SETUP.on(container), user, path, "authentication_time_unknown");
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGetsThePlain401(Container container) throws IOException {
        Application application = SETUP.on(container);
        for (String path : List.of("/recent/me", "/every/me", "/ever/me")) {
            assertThat(application.send(Requests.nobody(path)).comparable())
                    .isEqualTo(application.send(Requests.nobody("/me")).comparable());
        }
    }

    /** No login mends that the application's own mapper gives no such factor: no challenge, but what Spring does. */
    @Test
    void ownMapperWithoutTheFactorCausesNoChallenge() throws IOException {
        try (Application application =
                SETUP.with(FactorRules.OwnMapper.class).start(Container.TOMCAT)) {
            assertThat(application.send(forwarded("alice", "/recent/me")).header("Location"))
                    .hasValueSatisfying(location -> assertThat(location).contains("/spring-login"));
        }
    }

    /** The answer of the resolver in a request to the application, as the proxy hands it on. */
    private RawRequest forwarded(String user, String path) throws IOException {
        String bearer = "Authorization: Bearer " + user;
        RawResponse answer = RawClient.of(stub.port()).send(RawRequest.get("/resolve", bearer));
        String[] identity = answer.lines().stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("x-authgear-"))
                .toArray(String[]::new);
        assertThat(identity).anyMatch(line -> line.toLowerCase(Locale.ROOT).strip().equals("x-authgear-session-amr:"));
        return RawRequest.get(path, identity).with(bearer, Requests.SECRET_LINE);
    }

    @Configuration(proxyBeanMethods = false)
    static class Chain {
        @Bean
        SecurityFilterChain chain(HttpSecurity http) throws Exception {
            AuthorizationManager<RequestAuthorizationContext> recent =
                    AllRequiredFactorsAuthorizationManager.<RequestAuthorizationContext>builder()
                            .requireFactor(factor -> factor.authority(AuthgearAuthoritiesMapper.FACTOR_LOGIN)
                                    .validDuration(Duration.ofMinutes(5)))
                            .build();
            AuthorizationManagerFactory<RequestAuthorizationContext> every =
                    AuthorizationManagerFactories.<RequestAuthorizationContext>multiFactor()
                            .requireFactor(factor -> factor.authority(AuthgearAuthoritiesMapper.FACTOR_LOGIN)
                                    .validDuration(Duration.ofMinutes(5)))
                            .build();
            return http.with(authgearHeaders(), withDefaults())
                    .authorizeHttpRequests(requests -> requests.requestMatchers("/recent/me")
                            .access(recent)
                            .requestMatchers("/every/me")
                            .access(every.authenticated())
                            .requestMatchers("/ever/me")
                            .hasAuthority(AuthgearAuthoritiesMapper.FACTOR_LOGIN)
                            .anyRequest()
                            .authenticated())
                    .exceptionHandling(handling -> handling.defaultDeniedHandlerForMissingAuthority(
                            new LoginUrlAuthenticationEntryPoint("/spring-login"),
                            AuthgearAuthoritiesMapper.FACTOR_LOGIN))
                    .build();
        }
    }
}
