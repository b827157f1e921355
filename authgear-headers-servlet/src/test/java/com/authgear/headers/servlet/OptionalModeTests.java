package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.UriCompliance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionalModeTests {
    @Test
    void optionalEverywhereLetsRequestsGoOnWithoutPrincipal() throws Exception {
        try (JettyServer server = start(AuthgearHeadersFilter.Builder::optional)) {
            assertThat(body(server, Requests.nobody("/x"))).isEqualTo("nobody");
            assertThat(body(server, Requests.invalid("/x"))).isEqualTo("nobody");
            assertThat(body(server, Requests.as(ALICE, "/x"))).isEqualTo("alice");
        }
    }

    @Test
    void optionalStillRefusesForgeries() throws Exception {
        try (JettyServer server = start(AuthgearHeadersFilter.Builder::optional)) {
            assertThat(status(server, Requests.forged(ALICE, "/x"))).isEqualTo(401);
            assertThat(status(server, Requests.as(ALICE, "/x").with("x-authgear-user-id: bob")))
                    .isEqualTo(401);
        }
    }

    @Test
    void invalidSessionsCanBeRefusedWhereIdentityIsOptional() throws Exception {
        try (JettyServer server = start(builder -> builder.optional().refuseInvalidSessions(true))) {
            assertThat(status(server, Requests.invalid("/x"))).isEqualTo(401);
            assertThat(status(server, Requests.nobody("/x"))).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/open",
                "/public",
                "/public/",
                "/public/a/b",
                "/public/a.b",
                "/public/..x",
                "/public/a%20b",
                "/public/%C3%A9",
                "/public/x?y=/../me",
                "/public/x?y=;z"
            })
    void publicPathsNeedNoUser(String target) throws Exception {
        try (JettyServer server = start(OptionalModeTests::somePaths)) {
            assertThat(status(server, Requests.nobody(target))).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/me",
                "/open/",
                "/open/x",
                "/Open",
                "/publicity",
                "/PUBLIC/x",
                "/me?x=/public/",
                "/me;/public/x",
                "/public/../me",
                "/public/%2e%2e/me",
                "/public/%2E%2e/me",
                "/public/..;/me",
                "/public//../me",
                "//public/x",
                "/public//x",
                "/public/%2e%2e%2fme",
                "/public%2f..%2fme",
                "/public/..%5cme",
                "/public/a%25",
                "/%70ublic/a",
                "/public/x;jsessionid=1",
                "/me/../public/x",
                "/me/%2e%2e/public/x",
                "/me/..;/public/x",
                "/me/x/%2e%2e/%2e%2e/open",
                "/public/%C0%AE/x",
                "/public/a%",
                "http://127.0.0.1/me/../public/x"
            })
    void everyOtherPathNeedsAUser(String target) throws Exception {
        try (JettyServer server = start(OptionalModeTests::somePaths)) {
            assertThat(status(server, Requests.nobody(target))).isIn(400, 401);
        }
    }

    @Test
    void uriThatTheContainerCallsAmbiguousIsRefused() throws Exception {
        try (JettyServer server = server(OptionalModeTests::somePaths)
                .http(http -> http.setUriCompliance(UriCompliance.UNSAFE))
                .start()) {
            assertThat(status(server, Requests.nobody("/public/a%2fb"))).isEqualTo(401);
            assertThat(status(server, Requests.nobody("/public/a/b"))).isEqualTo(200);
        }
    }

    private static AuthgearHeadersFilter.Builder somePaths(AuthgearHeadersFilter.Builder builder) {
        return builder.publicPaths("", "/open", "/public/*");
    }

    private static JettyServer start(UnaryOperator<AuthgearHeadersFilter.Builder> options) throws Exception {
        return server(options).start();
    }

    private static JettyServer server(UnaryOperator<AuthgearHeadersFilter.Builder> options) {
        return JettyServer.with(options.apply(AuthgearHeadersFilter.builder(Requests.secret()))
                        .build())
                .servlet("/*", new WhoServlet());
    }

    private static int status(JettyServer server, RawRequest request) throws Exception {
        return server.client().send(request).status();
    }

    private static String body(JettyServer server, RawRequest request) throws Exception {
        RawResponse response = server.client().send(request);
        assertThat(response.status()).isEqualTo(200);
        return response.body();
    }
}
