package com.authgear.headers.examples.springboot.app;

import static com.authgear.headers.spring.test.AuthgearForgeryAssertions.assertThatRefusesForgeries;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.authgear;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.invalidSession;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.noSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.authgear.headers.spring.test.AuthgearRequestPostProcessor;
import com.authgear.headers.spring.test.WithAuthgearPrincipal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Through the application's own filter and chain, without a proxy and without a port. */
@SpringBootTest
@AutoConfigureMockMvc
final class ApiControllerTests {
    private final MockMvc mvc;
    private final MockMvcTester tester;

    @Autowired
    ApiControllerTests(MockMvc mvc) {
        this.mvc = mvc;
        tester = MockMvcTester.create(mvc);
    }

    @Test
    void userIsTheOneOfTheHeaders() {
        assertThat(tester.get()
                        .uri("/api/me")
                        .with(authgear("alice")
                                .verified()
                                .roles("manager")
                                .amr("mfa", "pwd")
                                .authenticatedAt(Instant.ofEpochSecond(1_700_000_000))))
                .hasStatusOk()
                .bodyText()
                .isEqualTo("{\"userId\":\"alice\",\"anonymous\":false,\"verified\":true,\"canReauthenticate\":false,"
                        + "\"roles\":[\"manager\"],\"amr\":[\"mfa\",\"pwd\"],\"acr\":null,"
                        + "\"authenticatedAt\":\"2023-11-14T22:13:20Z\"}");
    }

    @Test
    void nobodyIsToldToLogIn() {
        assertThat(tester.get().uri("/api/me").with(noSession()))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer");
        assertThat(tester.get().uri("/api/me").with(invalidSession())).hasStatus(401);
        assertThat(tester.get().uri("/public").with(invalidSession()))
                .bodyText()
                .isEqualTo("{\"hello\":\"nobody\"}");
    }

    @Test
    @WithAuthgearPrincipal(userId = "bob", roles = "manager")
    void managerIsLetIn() {
        assertThat(tester.get().uri("/api/manager")).bodyText().isEqualTo("{\"manager\":\"bob\"}");
        assertThat(tester.get().uri("/api/manager").with(authgear("carol"))).hasStatus(403);
    }

    @Test
    void noteOfABrowserNeedsAToken() {
        assertThat(note().with(authgear("alice"))).hasStatusOk();
        assertThat(note().with(authgear("alice").cookie())).hasStatus(403);
        assertThat(note().with(authgear("alice").cookie()).with(csrf())).hasStatusOk();
    }

    @Test
    @WithAuthgearPrincipal(userId = "erin", canReauthenticate = true, authenticatedSecondsAgo = 7200)
    void transferNeedsARecentLogin() {
        assertThat(transfer())
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer error=\"insufficient_user_authentication\", max_age=300");
        assertThat(transfer().with(authgear("erin").canReauthenticate().authenticatedAt(Instant.now())))
                .bodyText()
                .isEqualTo("{\"transferred\":\"erin\"}");
        assertThat(transfer()
                        .with(authgear("frank").authenticatedAt(Instant.now().minusSeconds(7200))))
                .hasStatus(403);
    }

    @Test
    void vaultNeedsASecondFactor() {
        AuthgearRequestPostProcessor grace =
                authgear("grace").canReauthenticate().authenticatedAt(Instant.now());
        assertThat(vault().with(grace)).hasStatus(403);
        assertThat(vault().with(grace.amr("mfa", "pwd"))).bodyText().isEqualTo("{\"opened\":\"grace\"}");
    }

    @Test
    void forgeriesAreRefused() {
        assertThatRefusesForgeries(mvc, "/api/me");
        assertThatRefusesForgeries(mvc, "/api/vault");
    }

    private MockMvcRequestBuilder transfer() {
        return tester.post().uri("/api/transfer");
    }

    private MockMvcRequestBuilder vault() {
        return tester.get().uri("/api/vault");
    }

    private MockMvcRequestBuilder note() {
        return tester.post().uri("/api/notes").param("text", "hello");
    }
}
