package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UnauthorizedAnswerTests {
    private final JettyServer server = JettyServer.with(
                    AuthgearHeadersFilter.builder(Requests.secret()).build())
            .servlet("/me", new WhoServlet());

    @BeforeAll
    void start() throws Exception {
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void validSessionGoesOn() throws IOException {
        RawResponse response = send(Requests.as(ALICE, "/me"));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("alice");
        assertThat(response.header("WWW-Authenticate")).isEmpty();
    }

    @Test
    void requestWithoutUserGetsTheChallengeAndTheProblem() throws IOException {
        RawResponse response = send(Requests.nobody("/me"));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers("WWW-Authenticate")).containsExactly("Bearer");
        assertThat(response.headers("Cache-Control")).containsExactly("no-store");
        assertThat(response.headers("Content-Type")).containsExactly("application/problem+json");
        assertThat(response.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
                        + "\"code\":\"authentication_required\"}");
    }

    @Test
    void invalidSessionIsToldSo() throws IOException {
        RawResponse response = send(Requests.invalid("/me"));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
        assertThat(response.body()).contains("\"code\":\"invalid_token\"");
    }

    @Test
    void bearerThatFoundNoSessionIsToldSo() throws IOException {
        RawResponse response = send(Requests.nobody("/me").with(Requests.BEARER_LINE));
        assertThat(response.headers("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-other: 1",
                "x-authgear-session-valid: maybe",
                "x-authgear-user-id: alice",
                "x_authgear_user_id: alice",
                "x-authgear-session-valid: true",
                "Connection: close, x-authgear-user-id",
                "x-proxy-secret: wrong"
            })
    void everyRefusalLooksLikeAMissingSession(String line) throws IOException {
        assertThat(send(RawRequest.get("/me", Requests.SECRET_LINE, line)).comparable())
                .isEqualTo(send(Requests.nobody("/me")).comparable());
        assertThat(send(RawRequest.get("/me", line, Requests.BEARER_LINE)).comparable())
                .isEqualTo(send(RawRequest.get("/me", Requests.BEARER_LINE)).comparable());
    }

    @Test
    void identityThatBypassedTheProxyGetsTheAnswerOfAMissingSession() throws IOException {
        assertThat(send(Requests.forged(ALICE, "/me")).comparable())
                .isEqualTo(send(RawRequest.get("/me")).comparable());
        assertThat(send(Requests.forged(ALICE, "/me").with(Requests.BEARER_LINE))
                        .comparable())
                .isEqualTo(send(RawRequest.get("/me", Requests.BEARER_LINE)).comparable());
    }

    @Test
    void identityWithoutCredentialIsRefused() throws IOException {
        RawRequest request = Requests.forged(ALICE, "/me").with(Requests.SECRET_LINE);
        assertThat(send(request).status()).isEqualTo(401);
        assertThat(send(request.with("Cookie: my_session=x")).status()).isEqualTo(200);
    }

    @Test
    void headHasTheHeadersAndNoBody() throws IOException {
        RawResponse response = send(RawRequest.of("HEAD", "/me", Requests.SECRET_LINE));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers("WWW-Authenticate")).containsExactly("Bearer");
        assertThat(response.header("Content-Length"))
                .isEqualTo(send(Requests.nobody("/me")).header("Content-Length"));
        assertThat(response.body()).isEmpty();
    }

    @Test
    void whatAnEarlierFilterWroteIsReplacedAndItsHeadersStay() throws Exception {
        Filter early = (request, response, chain) -> {
            ((HttpServletResponse) response).setHeader("Access-Control-Allow-Origin", "https://app.example");
            response.getWriter().print("too early");
            chain.doFilter(request, response);
        };
        try (JettyServer late = JettyServer.withoutFilter()
                .filter(early, "/*")
                .filter(AuthgearHeadersFilter.builder(Requests.secret()).build(), "/*")
                .start()) {
            RawResponse response = late.client().send(Requests.nobody("/me"));
            assertThat(response.body()).isEqualTo(send(Requests.nobody("/me")).body());
            assertThat(response.headers("Access-Control-Allow-Origin")).hasSize(1);
        }
    }

    @Test
    void honestRequestFollowsARefusedOneOnTheSameConnection() throws IOException {
        RawRequest refused = RawRequest.of("POST", "/me", "Connection: keep-alive", "x-authgear-user-id: alice")
                .withBody("x".repeat(10_000));
        try (var socket = server.client().connect()) {
            assertThat(server.client().exchange(socket, refused).status()).isEqualTo(401);
            assertThat(server.client()
                            .exchange(socket, Requests.as(ALICE, "/me"))
                            .body())
                    .isEqualTo("alice");
        }
    }

    private RawResponse send(RawRequest request) throws IOException {
        return server.client().send(request);
    }
}
