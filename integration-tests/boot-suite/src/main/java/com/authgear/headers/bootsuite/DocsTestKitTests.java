package com.authgear.headers.bootsuite;

import static com.authgear.headers.spring.test.AuthgearForgeryAssertions.assertThatRefusesForgeries;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.authgear;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.noSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.spring.test.WithAuthgearPrincipal;
import com.authgear.headers.test.AuthgearTestHeaders;
import com.authgear.headers.test.ForgeryCheck;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.client.RestClient;
import org.springframework.web.context.WebApplicationContext;

/** The blocks of {@code docs/testing.md} that need no class of one Boot line. */
@SpringBootTest(
        classes = {SuiteApplication.class, DocsSnippets.MeController.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "authgear.headers.shared-secret=" + Requests.SECRET,
            "authgear.headers.trust-roles=true"
        })
final class DocsTestKitTests {
    private final RuleController service;
    private final MockMvc mockMvc;
    private final MockMvcTester mvc;
    private final String secret;
    private final String url;

    @Autowired
    DocsTestKitTests(
            WebApplicationContext context,
            RuleController service,
            @Value("${authgear.headers.shared-secret}") String secret,
            @Value("${local.server.port}") int port) {
        this.service = service;
        this.secret = secret;
        mockMvc = MockMvcs.of(context);
        mvc = MockMvcTester.create(mockMvc);
        url = "http://127.0.0.1:" + port;
    }

    @Test
    @WithAuthgearPrincipal(userId = "alice", roles = "manager")
    void managers() {
        assertThat(service.manager()).isNotEmpty();
        assertThat(mvc.get().uri("/api/me")).bodyText().isEqualTo("alice");
        assertThat(mvc.get().uri("/api/me").with(authgear("bob").amr("pwd", "mfa")))
                .bodyText()
                .isEqualTo("bob");
        assertThat(mvc.get().uri("/api/me").with(noSession())).hasStatus(401);
    }

    @Test
    void forgeriesAreRefused() {
        assertThatRefusesForgeries(mockMvc, "/api/me");
        ForgeryCheck.of(AuthgearTestHeaders.user("alice").sharedSecret(secret)).run(URI.create(url + "/api/me"));
    }

    @Test
    void anyHttpClient() {
        AuthgearTestHeaders alice = AuthgearTestHeaders.user("alice").sharedSecret(secret);
        RestClient client = RestClient.builder()
                .defaultHeaders(headers -> alice.forEach(headers::add))
                .build();
        assertThat(client.get().uri(url + "/api/me").retrieve().body(String.class))
                .isEqualTo("alice");
    }
}
