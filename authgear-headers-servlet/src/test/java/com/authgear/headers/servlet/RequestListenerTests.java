package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.http.UriCompliance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Listeners are notified of each request once, in words that no client chose. */
final class RequestListenerTests {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AuthgearRequestListener listener = (outcome, reason) -> told.add(outcome + " " + reason);
    private final AuthgearHeadersFilter.Builder builder = AuthgearHeadersFilter.builder(Requests.secret())
            .publicPaths("/open/*")
            .listener(listener);

    @Test
    void everyOutcomeIsToldWithItsReason() throws Exception {
        send(
                Requests.as(ALICE, "/me"),
                Requests.nobody("/me"),
                Requests.nobody("/open/me"),
                Requests.invalid("/me"),
                Requests.as(ALICE, "/me").with("x-authgear-user-id: bob"),
                Requests.forged(ALICE, "/me"));
        assertThat(told)
                .containsExactly(
                        "VALID none",
                        "NONE none",
                        "NONE none",
                        "INVALID none",
                        "MALFORMED duplicate_header",
                        "UNTRUSTED secret_missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forward", "/include", "/async", "/async-original", "/thread", "/error"})
    void laterDispatchesAreNotToldOf(String target) throws Exception {
        send(Requests.as(ALICE, target));
        assertThat(told).containsExactly("VALID none");
    }

    @Test
    void ambiguousTargetIsToldOnceWhereItKeepsOneOut() throws Exception {
        send(
                Requests.nobody("/open/a;b"),
                Requests.invalid("/open/a;b"),
                Requests.nobody("/me;b"),
                Requests.as(ALICE, "/open/a;b"));
        assertThat(told)
                .containsExactly("MALFORMED ambiguous_target", "MALFORMED ambiguous_target", "NONE none", "VALID none");
    }

    @Test
    void handlerSeesWhyTheTargetWasRefused() throws Exception {
        builder.unauthorizedHandler((request, response, invalidToken) -> {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.getWriter()
                    .print(AuthgearRequests.refusal(request).orElseThrow().code());
        });
        assertThat(send(Requests.nobody("/open/a;b")).body()).isEqualTo("ambiguous_target");
    }

    @Test
    void errorPageOfARequestThatWasNeverDecidedIsNotToldOf() throws Exception {
        try (JettyServer server = dispatching(JettyServer.withoutFilter().filter(builder.build(), "/me"))) {
            assertThat(server.client().send(Requests.forged(ALICE, "/error")).body())
                    .isEqualTo("nobody");
            assertThat(told).isEmpty();
            server.client().send(Requests.as(ALICE, "/forward"));
            assertThat(told).containsExactly("VALID none");
        }
    }

    @Test
    void filterThatIsThereTwiceTellsOnce() throws Exception {
        AuthgearHeadersFilter filter = builder.build();
        try (JettyServer server = dispatching(JettyServer.with(filter).filter(filter, "/*"))) {
            server.client().send(Requests.as(ALICE, "/me"));
            assertThat(told).containsExactly("VALID none");
        }
    }

    @Test
    void filterThatLeavesTheAnswerToAFrameworkTellsAll() throws Exception {
        AuthgearIdentityFilter filter = AuthgearIdentityFilter.builder(Requests.secret())
                .listener(listener)
                .build();
        try (JettyServer server = dispatching(JettyServer.with(filter))) {
            server.client().send(Requests.as(ALICE, "/me"));
            server.client().send(Requests.nobody("/me"));
            server.client().send(Requests.forged(ALICE, "/me"));
        }
        assertThat(told).containsExactly("VALID none", "NONE none", "UNTRUSTED secret_missing");
    }

    @Test
    void userWhoMustAuthenticateAgainIsToldOfBeside() throws Exception {
        AuthgearHeadersFilter filter = builder.build();
        JettyServer server = JettyServer.with(filter).filter(DispatchingServlets.stepUp("too_old"), "/me");
        try (JettyServer started = dispatching(server)) {
            started.client().send(Requests.as(ALICE, "/me"));
            assertThat(told).containsExactly("VALID none", "STEP_UP too_old");
        }
    }

    @Test
    void listenerThatFailsChangesNoAnswerAndIsLoggedOnce() throws Exception {
        RecordingLogger logger = new RecordingLogger();
        AuthgearHeadersFilter.Builder failing = AuthgearHeadersFilter.builder(Requests.secret())
                .listener((outcome, reason) -> {
                    throw sneaky(new java.io.IOException("on purpose"));
                })
                .listener(listener);
        failing.log = new RefusalLog(logger, Clock.systemUTC());
        try (JettyServer server = dispatching(JettyServer.with(failing.build()))) {
            logger.lines().clear();
            assertThat(server.client().send(Requests.as(ALICE, "/me")).body()).isEqualTo("alice");
            RawResponse refused = server.client().send(Requests.forged(ALICE, "/me"));
            assertThat(refused.status()).isEqualTo(401);
            assertThat(told).containsExactly("VALID none", "UNTRUSTED secret_missing");
            assertThat(logger.lines())
                    .filteredOn(line -> line.contains("listener"))
                    .singleElement()
                    .asString()
                    .startsWith("WARNING The listener " + getClass().getName())
                    .endsWith(" failed and may have missed requests; logged once");
        }
    }

    private RawResponse send(RawRequest... requests) throws Exception {
        try (JettyServer server = dispatching(JettyServer.with(builder.build()))) {
            RawResponse last = null;
            for (RawRequest request : requests) {
                last = server.client().send(request);
            }
            return java.util.Objects.requireNonNull(last);
        }
    }

    private static JettyServer dispatching(JettyServer server) throws Exception {
        return server.http(http -> http.setUriCompliance(UriCompliance.UNSAFE))
                .servlet("/*", new WhoServlet())
                .servlet("/forward", DispatchingServlets.forward("/me"))
                .servlet("/include", DispatchingServlets.include("/me"))
                .servlet("/async", DispatchingServlets.async("/me"))
                .servlet("/async-original", DispatchingServlets.asyncOfContext())
                .servlet("/thread", DispatchingServlets.thread())
                .servlet("/error", DispatchingServlets.error())
                .errorPage(403, "/me")
                .start();
    }

    /** As a listener in Kotlin may throw. */
    @SuppressWarnings("unchecked")
    private static <T extends Exception> RuntimeException sneaky(Exception thrown) throws T {
        throw (T) thrown;
    }
}
