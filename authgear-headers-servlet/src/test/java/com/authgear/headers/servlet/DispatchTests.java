package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static com.authgear.headers.servlet.Requests.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DispatchTests {
    private final JettyServer server = dispatching(JettyServer.with(AuthgearHeadersFilter.builder(Requests.secret())
            .publicPaths("/open/*")
            .build()));

    @BeforeAll
    void start() throws Exception {
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forward", "/include", "/async", "/async-original", "/thread", "/error"})
    void everyDispatchSeesTheUserOfTheRequest(String target) throws Exception {
        assertThat(server.client().send(Requests.as(ALICE, target)).body()).isEqualTo("alice");
        assertThat(server.client().send(Requests.as(BOB, target)).body()).isEqualTo("bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forward", "/include", "/async", "/async-original", "/thread", "/error"})
    void noDispatchIsReachedWithoutAUser(String target) throws Exception {
        RawResponse response = server.client().send(Requests.nobody(target));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.body()).contains("authentication_required");
    }

    @Test
    void errorPageKeepsItsStatusAndTheIdentity() throws Exception {
        RawResponse response = server.client().send(Requests.as(ALICE, "/error"));
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("alice");
    }

    @Test
    void errorPageOfAPublicPathIsNoSecond401() throws Exception {
        RawResponse response = server.client().send(Requests.nobody("/open/error"));
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.body()).isEqualTo("nobody");
    }

    @Test
    void forwardFromAPublicPathIsNotJudgedAgain() throws Exception {
        assertThat(server.client().send(Requests.nobody("/open/forward")).body())
                .isEqualTo("nobody");
    }

    @Test
    void forwardTargetCanRequireAUser() throws Exception {
        RawResponse nobody = server.client().send(Requests.nobody("/open/sensitive"));
        assertThat(nobody.comparable())
                .isEqualTo(server.client().send(Requests.nobody("/me")).comparable());
        assertThat(server.client().send(Requests.as(ALICE, "/open/sensitive")).body())
                .isEqualTo("alice");
    }

    @Test
    void filterRegisteredTwiceDecidesOnce() throws Exception {
        AuthgearHeadersFilter filter =
                AuthgearHeadersFilter.builder(Requests.secret()).build();
        try (JettyServer twice =
                dispatching(JettyServer.with(filter).filter(filter, "/*")).start()) {
            assertThat(twice.client().send(Requests.as(ALICE, "/forward")).body())
                    .isEqualTo("alice");
            assertThat(twice.client().send(Requests.nobody("/forward")).status())
                    .isEqualTo(401);
        }
    }

    @Test
    void stricterFilterDoesNotBelieveTheDecisionOfAnotherFilter() throws Exception {
        AuthgearHeadersFilter credulous = AuthgearHeadersFilter.builder(ProxyTrust.trustEveryPeer())
                .optional()
                .build();
        AuthgearHeadersFilter strict =
                AuthgearHeadersFilter.builder(Requests.secret()).build();
        try (JettyServer both =
                dispatching(JettyServer.with(credulous).filter(strict, "/me")).start()) {
            RawRequest forged = Requests.forged(ALICE, "/me").with(Requests.BEARER_LINE);
            assertThat(both.client().send(forged).status()).isEqualTo(401);
            assertThat(both.client().send(Requests.as(ALICE, "/me")).body()).isEqualTo("alice");
        }
    }

    @Test
    void innermostFilterDecidesWhatTheApplicationSees() throws Exception {
        AuthgearHeadersFilter outer =
                AuthgearHeadersFilter.builder(Requests.secret()).build();
        AuthgearHeadersFilter inner = AuthgearHeadersFilter.builder(Requests.secret())
                .parser(parser -> parser.trustRoles(true))
                .build();
        try (JettyServer both = JettyServer.with(outer)
                .filter(inner, "/inner")
                .servlet("/*", DispatchingServlets.isManager())
                .start()) {
            assertThat(both.client().send(Requests.as(ALICE, "/inner")).body()).isEqualTo("true");
            assertThat(both.client().send(Requests.as(ALICE, "/outer")).body()).isEqualTo("false");
        }
    }

    @Test
    void filterThatIsMappedToTheForwardTargetAloneStillRefusesForgeries() throws Exception {
        AuthgearHeadersFilter filter =
                AuthgearHeadersFilter.builder(Requests.secret()).build();
        try (JettyServer late =
                dispatching(JettyServer.withoutFilter().filter(filter, "/me")).start()) {
            assertThat(late.client().send(Requests.forged(ALICE, "/forward")).status())
                    .isEqualTo(401);
            assertThat(late.client().send(Requests.as(ALICE, "/forward")).body())
                    .isEqualTo("alice");
            assertThat(late.client().send(Requests.nobody("/forward")).body()).isEqualTo("nobody");
        }
    }

    @Test
    void errorPageOfAnUndecidedRequestGoesOnWithoutAUser() throws Exception {
        AuthgearHeadersFilter filter =
                AuthgearHeadersFilter.builder(Requests.secret()).build();
        try (JettyServer late =
                dispatching(JettyServer.withoutFilter().filter(filter, "/me")).start()) {
            for (RawRequest request : List.of(Requests.as(ALICE, "/error"), Requests.forged(ALICE, "/error"))) {
                RawResponse response = late.client().send(request);
                assertThat(response.status()).isEqualTo(403);
                assertThat(response.body()).isEqualTo("nobody");
            }
        }
    }

    @Test
    void requestThatTheFilterNeverSawIsAnErrorInTheMapping() throws Exception {
        try (JettyServer bare = dispatching(JettyServer.withoutFilter()).start()) {
            assertThat(bare.client().send(Requests.as(ALICE, "/me")).status()).isEqualTo(500);
        }
    }

    private static JettyServer dispatching(JettyServer server) {
        return server.servlet("/me", new WhoServlet())
                .servlet("/forward", DispatchingServlets.forward("/me"))
                .servlet("/open/forward", DispatchingServlets.forward("/me"))
                .servlet("/include", DispatchingServlets.include("/me"))
                .servlet("/async", DispatchingServlets.async("/me"))
                .servlet("/async-original", DispatchingServlets.asyncOfContext())
                .servlet("/thread", DispatchingServlets.thread())
                .servlet("/error", DispatchingServlets.error())
                .servlet("/open/error", DispatchingServlets.error())
                .servlet("/sensitive", DispatchingServlets.sensitive())
                .servlet("/open/sensitive", DispatchingServlets.forward("/sensitive"))
                .errorPage(403, "/me");
    }
}
