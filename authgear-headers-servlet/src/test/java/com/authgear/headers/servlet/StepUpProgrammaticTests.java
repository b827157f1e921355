package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.StepUpServer.known;
import static com.authgear.headers.servlet.StepUpServer.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.StepUpResult;
import com.authgear.headers.StepUpRule;
import com.authgear.headers.harness.RawResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The check in application code: its answer, its notification, and a custom handler. */
final class StepUpProgrammaticTests {
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final RecordingLogger logger = new RecordingLogger();
    private final AuthgearHeadersFilter.Builder filter = AuthgearHeadersFilter.builder(Requests.secret())
            .clock(StepUpServer.CLOCK)
            .listener((outcome, reason) -> told.add(outcome + " " + reason));

    @Test
    void userOfARecentLoginIsHandedOn() throws Exception {
        assertThat(send(user(300)).body()).isEqualTo("alice");
        assertThat(send(user(301)).headers("WWW-Authenticate"))
                .containsExactly("Bearer error=\"insufficient_user_authentication\", max_age=300");
    }

    @Test
    void requestWithoutUserGetsThePlain401() throws Exception {
        try (JettyServer server = start(filter.optional())) {
            assertThat(server.client().send(Requests.nobody("/recent")).headers("WWW-Authenticate"))
                    .containsExactly("Bearer");
            assertThat(told).containsExactly("NONE none");
        }
    }

    /** A failure of a custom handler replaces its answer. */
    @Test
    void requestWithoutUserIsNotJudged() throws Exception {
        filter.unauthorizedHandler((request, response, invalidToken) -> response.setStatus(418));
        try (JettyServer server = start(filter.optional())) {
            assertThat(server.client().send(Requests.nobody("/recent")).status())
                    .isEqualTo(418);
        }
    }

    @Test
    void forwardToSomethingMoreSensitiveAsksByItself() throws Exception {
        try (JettyServer server = start(filter)) {
            assertThat(server.client().send(Requests.as(user(301), "/forward")).status())
                    .isEqualTo(401);
            assertThat(server.client().send(Requests.as(user(300), "/forward")).body())
                    .isEqualTo("alice");
        }
    }

    @Test
    void everyRefusalIsToldWithItsCode() throws Exception {
        send(user(300));
        send(user(301));
        send(known().build());
        assertThat(told)
                .containsExactly(
                        "VALID none",
                        "VALID none",
                        "STEP_UP step_up_required",
                        "VALID none",
                        "STEP_UP authentication_time_unknown");
    }

    @Test
    void unknownTimeIsOneLineThatNamesTheHeader() throws Exception {
        filter.log = new RefusalLog(logger, StepUpServer.CLOCK);
        try (JettyServer server = start(filter)) {
            logger.lines().clear();
            for (int i = 0; i < 3; i++) {
                server.client().send(Requests.as(known().build(), "/recent"));
            }
            assertThat(logger.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARNING Refused a request: code=authentication_time_unknown"
                            + " header=X-Authgear-Session-Authenticated-At peer=127.0.0.1: let the proxy forward")
                    .doesNotContain("alice");
            logger.lines().clear();
        }
        assertThat(logger.lines()).singleElement().asString().contains("Refused 2 more requests");
    }

    @Test
    void whatIsTheUsersOwnAffairIsNoWarning() throws Exception {
        filter.log = new RefusalLog(logger, StepUpServer.CLOCK);
        AuthgearPrincipal unable = AuthgearPrincipal.builder("alice")
                .authenticatedAt(StepUpServer.NOW.minusSeconds(301))
                .build();
        try (JettyServer server = start(filter)) {
            logger.lines().clear();
            server.client().send(Requests.as(user(301), "/recent"));
            server.client().send(Requests.as(unable, "/recent"));
            assertThat(logger.lines())
                    .satisfiesExactly(
                            line -> assertThat(line).isEqualTo("DEBUG Step-up: code=step_up_required"),
                            line -> assertThat(line)
                                    .startsWith("DEBUG Step-up: code=reauthentication_unavailable"
                                            + " header=X-Authgear-User-Can-Reauthenticate: "));
        }
    }

    @Test
    void ownHandlerCanSendABrowserToTheLogin() throws Exception {
        filter.stepUpHandler((request, response, result) -> {
            if (result instanceof StepUpResult.Challenge challenge) {
                response.sendRedirect("/login?max_age=" + challenge.maxAge().toSeconds());
            } else {
                response.sendError(403, result.code());
            }
        });
        assertThat(send(user(301)).header("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/login?max_age=300"));
        assertThat(send(known().build()).status()).isEqualTo(403);
    }

    @Test
    void filterThatMayAlsoJudgeAForwardDoes() throws Exception {
        StepUpFilter stepUp = StepUpFilter.builder()
                .requireRecent(Duration.ofMinutes(5), "/sensitive")
                .build();
        try (JettyServer server = JettyServer.with(filter.build())
                .filter(stepUp, "/*")
                .servlet("/sensitive", new StepUpServer.Counter())
                .servlet("/forward", DispatchingServlets.forward("/sensitive"))
                .servlet("/include", DispatchingServlets.include("/sensitive"))
                .start()) {
            assertThat(server.client().send(Requests.as(user(301), "/forward")).status())
                    .isEqualTo(401);
            assertThat(server.client().send(Requests.as(user(300), "/forward")).body())
                    .isEqualTo("done");
            assertThat(server.client().send(Requests.as(user(301), "/include")).status())
                    .isEqualTo(200);
        }
    }

    private RawResponse send(AuthgearPrincipal user) throws Exception {
        try (JettyServer server = start(filter)) {
            return server.client().send(Requests.as(user, "/recent"));
        }
    }

    private static JettyServer start(AuthgearHeadersFilter.Builder filter) throws Exception {
        return JettyServer.with(filter.build())
                .servlet("/recent", new Recent())
                .servlet("/forward", DispatchingServlets.forward("/recent"))
                .start();
    }

    private static final class Recent extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response)
                throws ServletException, IOException {
            Optional<AuthgearPrincipal> user = AuthgearRequests.requireRecent(request, response, Duration.ofMinutes(5));
            if (user.isPresent()
                    && AuthgearRequests.require(request, response, StepUpRule.recentLogin("1d"))
                            .isPresent()) {
                response.getWriter().print(user.get().userId());
            }
        }
    }
}
