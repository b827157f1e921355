package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawRequest;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.junit.jupiter.api.Test;

/** A request that passes one or two filters several times. */
final class RepeatedFilterTests {
    private static final RawRequest FORGED = Requests.forged(ALICE, "/forward").with(Requests.BEARER_LINE);

    private final AuthgearHeadersFilter strict =
            AuthgearHeadersFilter.builder(Requests.secret()).build();
    private final AuthgearHeadersFilter credulous =
            AuthgearHeadersFilter.builder(ProxyTrust.trustEveryPeer()).build();
    private final Filter wrapping = (request, response, chain) ->
            chain.doFilter(new HttpServletRequestWrapper((HttpServletRequest) request), response);

    @Test
    void requestIsWrappedOnceHoweverOftenTheFilterSeesIt() throws Exception {
        try (JettyServer server = JettyServer.with(strict)
                .filter(strict, "/*")
                .filter(wrapping, "/*")
                .filter(strict, "/*")
                .servlet("/forward", DispatchingServlets.forward("/wrappers"))
                .servlet("/wrappers", DispatchingServlets.wrappers())
                .start()) {
            assertThat(server.client().send(Requests.as(ALICE, "/wrappers")).body())
                    .isEqualTo("1");
            assertThat(server.client().send(Requests.as(ALICE, "/forward")).body())
                    .isEqualTo("1");
        }
    }

    @Test
    void stricterFilterReadsTheHeadersBelowWhateverIsBetween() throws Exception {
        try (JettyServer server = JettyServer.with(credulous)
                .filter(wrapping, "/*")
                .filter(strict, "/*")
                .servlet("/forward", new WhoServlet())
                .start()) {
            assertThat(server.client().send(FORGED).status()).isEqualTo(401);
            assertThat(server.client().send(FORGED.with(Requests.SECRET_LINE)).body())
                    .isEqualTo("alice");
        }
    }

    @Test
    void decisionOfTheRequestStandsOnAForwardToAnotherFilter() throws Exception {
        try (JettyServer server = JettyServer.withoutFilter()
                .filter(credulous, "/forward")
                .filter(strict, "/me")
                .servlet("/forward", DispatchingServlets.forward("/me"))
                .servlet("/me", new WhoServlet())
                .start()) {
            assertThat(server.client().send(FORGED).body()).isEqualTo("alice");
        }
    }

    @Test
    void handlerCanForwardARefusedRequestToAPage() throws Exception {
        AuthgearHeadersFilter toLogin = AuthgearHeadersFilter.builder(Requests.secret())
                .unauthorizedHandler((request, response, invalidToken) ->
                        request.getRequestDispatcher("/login").forward(request, response))
                .build();
        try (JettyServer server =
                JettyServer.with(toLogin).servlet("/login", new WhoServlet()).start()) {
            assertThat(server.client().send(FORGED).body()).isEqualTo("nobody");
            assertThat(server.client().send(Requests.nobody("/me")).body()).isEqualTo("nobody");
        }
    }

    @Test
    void forgeryOnADispatchAfterTheAnswerGoesOnWithoutAUser() throws Exception {
        try (JettyServer server = JettyServer.withoutFilter()
                .filter(strict, "/me")
                .servlet("/forward", DispatchingServlets.asyncAfterTheAnswer("/me"))
                .servlet("/me", new WhoServlet())
                .start()) {
            assertThat(server.client().send(FORGED).body()).isEqualTo("nobody");
        }
    }

    @Test
    void attributeOfAnotherTypeIsNoDecision() throws Exception {
        Filter confused = (request, response, chain) -> {
            request.setAttribute(Decision.class.getName(), "alice");
            chain.doFilter(request, response);
        };
        try (JettyServer server = JettyServer.withoutFilter()
                .filter(confused, "/*")
                .filter(strict, "/*")
                .servlet("/me", new WhoServlet())
                .start()) {
            assertThat(server.client().send(Requests.nobody("/me")).status()).isEqualTo(401);
            assertThat(server.client().send(Requests.as(ALICE, "/me")).body()).isEqualTo("alice");
        }
    }
}
