package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.bootsuite.Requests.ALICE_WITHOUT_ROLES;
import static com.authgear.headers.bootsuite.Requests.BOB;
import static com.authgear.headers.spring.AuthgearHeadersConfigurer.authgearHeaders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.config.Customizer.withDefaults;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** A chain that creates an HTTP session for every request must neither store a user in it nor read one from it. */
final class EagerSessionTests {
    private static final Setup SETUP = Setup.secret().with(EagerChain.class).with("authgear.headers.trust-roles=true");

    @ParameterizedTest
    @EnumSource
    void headersDecideAndNotTheSession(Container container) throws IOException {
        Application application = SETUP.on(container);
        String session = sessionOf(application, Requests.as(ALICE, "/me"));
        assertThat(status(application, Requests.nobody("/me").with(session))).isEqualTo(401);
        assertThat(status(application, RawRequest.get("/me").with(session))).isEqualTo(401);
        assertThat(status(application, Requests.invalid("/me").with(session))).isEqualTo(401);
        assertThat(status(application, Requests.forged(ALICE, "/me").with(session)))
                .isEqualTo(401);
        assertThat(body(application, Requests.as(BOB, "/me").with(session))).isEqualTo("bob");
        assertThat(body(application, Requests.as(ALICE, "/me").with(session))).isEqualTo("alice");
    }

    @ParameterizedTest
    @EnumSource
    void roleThatWasTakenIsGoneOnTheNextRequest(Container container) throws IOException {
        Application application = SETUP.on(container);
        String session = sessionOf(application, Requests.as(ALICE, "/manager"));
        assertThat(body(application, Requests.as(ALICE, "/manager").with(session)))
                .isEqualTo("for managers");
        assertThat(status(
                        application,
                        Requests.as(ALICE_WITHOUT_ROLES, "/manager").with(session)))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void pagesForEverybodyDoNotMeetTheUserBefore(Container container) throws IOException {
        Application application = SETUP.on(container);
        String session = sessionOf(application, Requests.as(ALICE, "/me"));
        for (String page : new String[] {"holder", "callable", "executor", "forward?to=/public/holder"}) {
            assertThat(body(application, Requests.nobody("/public/" + page).with(session)))
                    .as(page)
                    .isEqualTo("anonymousUser");
        }
        RawResponse failure =
                application.client().send(Requests.nobody("/public/fail").with(session));
        assertThat(failure.headers("x-user-error")).containsExactly("anonymousUser");
    }

    /** Spring Security creates the session, as the chain asked it to: the client that refuses one is not used here. */
    private static String sessionOf(Application application, RawRequest request) throws IOException {
        RawResponse response = application.client().send(request);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers("Set-Cookie")).singleElement().asString().startsWith("JSESSIONID=");
        return "Cookie: " + response.headers("Set-Cookie").get(0).split(";", 2)[0];
    }

    private static int status(Application application, RawRequest request) throws IOException {
        return application.client().send(request).status();
    }

    private static String body(Application application, RawRequest request) throws IOException {
        return application.client().send(request).body();
    }

    @Configuration(proxyBeanMethods = false)
    static class EagerChain {
        @Bean
        SecurityFilterChain eager(HttpSecurity http) throws Exception {
            return http.with(authgearHeaders(), withDefaults())
                    .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                            .permitAll()
                            .requestMatchers("/public/**")
                            .permitAll()
                            .anyRequest()
                            .authenticated())
                    .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.ALWAYS))
                    .build();
        }
    }
}
