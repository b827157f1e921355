package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.StepUpServer.known;
import static com.authgear.headers.servlet.StepUpServer.user;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.StepUpRule;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a socket: which requests reach the application, and how the others are answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StepUpFilterTests {
    private static final AuthgearPrincipal OLD = user(301, "pwd");
    private static final AuthgearPrincipal FRESH = user(0, "pwd");

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final StepUpServer.Counter application = new StepUpServer.Counter();
    private final JettyServer server = StepUpServer.with(
                    options -> options.optional()
                            .allowPreflight(true)
                            .listener((outcome, reason) -> told.add(outcome + " " + reason)),
                    StepUpFilter.builder()
                            .requireRecent(Duration.ofMinutes(5), "/account/*", "/exact", "*.pay", "")
                            .requireAmr("mfa", "/admin/*", "/account/both/*")
                            .require(StepUpRule.recentLogin("1m"), "/account/strict/*"))
            .servlet("/*", application)
            .servlet("/forward", DispatchingServlets.forward("/account/x"))
            .servlet("/include", DispatchingServlets.include("/account/x"))
            .servlet("/async", DispatchingServlets.async("/account/x"));

    @BeforeAll
    void start() throws Exception {
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void forget() {
        application.reached.set(0);
        told.clear();
    }

    @Test
    void oldLoginGetsTheChallengeOfRfc9470AndFreshOneGoesOn() throws Exception {
        RawResponse response = send(Requests.as(OLD, "/account/x"));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers("WWW-Authenticate"))
                .containsExactly("Bearer error=\"insufficient_user_authentication\", max_age=300");
        assertThat(response.headers("Cache-Control")).containsExactly("no-store");
        assertThat(response.headers("Content-Type")).containsExactly("application/problem+json");
        assertThat(response.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
                        + "\"code\":\"step_up_required\",\"max_age\":300,\"prompt\":\"login\"}");
        assertThat(application.reached).hasValue(0);
        assertThat(send(Requests.as(FRESH, "/account/x")).body()).isEqualTo("done");
        assertThat(send(Requests.as(user(300), "/account/x")).body()).isEqualTo("done");
    }

    @Test
    void missingFactorGetsItsNamesInTheProblem() throws Exception {
        RawResponse response = send(Requests.as(OLD, "/admin/x"));
        assertThat(response.headers("WWW-Authenticate"))
                .containsExactly("Bearer error=\"insufficient_user_authentication\", max_age=0");
        assertThat(response.body())
                .endsWith(
                        "\"code\":\"step_up_required\",\"max_age\":0,\"prompt\":\"login\",\"required_amr\":[\"mfa\"]}");
        assertThat(send(Requests.as(user(999_999, "mfa", "pwd"), "/admin/x")).body())
                .isEqualTo("done");
    }

    /** A new session of an anonymous user is refused; a user with an account goes on. */
    @Test
    void anonymousUserIsTurnedAwayHoweverFresh() throws Exception {
        for (String path : List.of("/account/x", "/admin/x", "/account/both/x")) {
            AuthgearPrincipal.Builder user = known("mfa").authenticatedAt(StepUpServer.NOW);
            RawResponse response = send(Requests.as(user.anonymous(true).build(), path));
            assertThat(response.status()).isEqualTo(403);
            assertThat(response.headers("WWW-Authenticate")).isEmpty();
            assertThat(response.body()).endsWith("\"code\":\"anonymous_user\"}");
            assertThat(send(Requests.as(user.anonymous(false).build(), path)).body())
                    .isEqualTo("done");
        }
        assertThat(application.reached).hasValue(3);
    }

    @Test
    void userWhoCannotLogInAgainGetsA403WithoutAChallenge() throws Exception {
        AuthgearPrincipal user = known("pwd")
                .canReauthenticate(false)
                .authenticatedAt(StepUpServer.NOW.minusSeconds(301))
                .build();
        RawResponse response = send(Requests.as(user, "/account/x"));
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.headers("WWW-Authenticate")).isEmpty();
        assertThat(response.headers("Cache-Control")).containsExactly("no-store");
        assertThat(response.headers("Content-Type")).containsExactly("application/problem+json");
        assertThat(response.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,"
                        + "\"code\":\"reauthentication_unavailable\"}");
        assertThat(application.reached).hasValue(0);
    }

    /** As a social or an enterprise login: it never carries a method, however often it is made. */
    @Test
    void loginWithoutMethodsIsChallengedOnceAndThenTurnedAway() throws Exception {
        assertThat(send(Requests.as(user(7200), "/admin/x")).status()).isEqualTo(401);
        RawResponse afterTheLogin = send(Requests.as(user(1), "/admin/x"));
        assertThat(afterTheLogin.status()).isEqualTo(403);
        assertThat(afterTheLogin.body()).contains("\"code\":\"factor_unavailable\"");
    }

    @Test
    void loginOfUnknownTimeIsTurnedAway() throws Exception {
        RawResponse response = send(Requests.as(known("mfa").build(), "/account/x"));
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.body()).contains("\"code\":\"authentication_time_unknown\"");
        assertThat(send(Requests.as(known("mfa").build(), "/admin/x")).body()).isEqualTo("done");
    }

    @Test
    void answerTellsNothingOfTheUser() throws Exception {
        AuthgearPrincipal other = AuthgearPrincipal.builder("bob")
                .canReauthenticate(true)
                .verified(true)
                .authenticatedAt(StepUpServer.NOW.minusSeconds(86_400))
                .build();
        assertThat(send(Requests.as(OLD, "/account/x")).comparable())
                .isEqualTo(send(Requests.as(other, "/account/x")).comparable());
    }

    @Test
    void requestWithoutUserGetsThePlain401() throws Exception {
        assertThat(send(Requests.nobody("/other")).body()).isEqualTo("done");
        RawResponse response = send(Requests.nobody("/account/x"));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers("WWW-Authenticate")).containsExactly("Bearer");
        assertThat(send(Requests.invalid("/account/x")).headers("WWW-Authenticate"))
                .containsExactly("Bearer error=\"invalid_token\"");
        assertThat(send(Requests.forged(FRESH, "/account/x")).comparable())
                .isEqualTo(send(RawRequest.get("/account/x")).comparable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/account",
                "/account/",
                "/account/x/y",
                "/ACCOUNT/x",
                "/exact",
                "/exact/",
                "/Exact",
                "/any/thing.pay",
                "/thing.pay/",
                "/"
            })
    void pathOfARuleIsProtectedHoweverItIsWritten(String path) throws Exception {
        assertThat(send(Requests.as(OLD, path)).status()).as(path).isEqualTo(401);
        assertThat(send(Requests.as(FRESH, path)).body()).as(path).isEqualTo("done");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/accounts",
                "/other",
                "/exact/more",
                "/x/exact",
                "/any.payment",
                "/admin.x",
                "/a%20b",
                "/%C3%A9",
                "/..x",
                "/x?y=/../account/x;"
            })
    void otherPathIsNot(String path) throws Exception {
        assertThat(send(Requests.as(OLD, path)).body()).isEqualTo("done");
    }

    /** Another router may read the path of a rule from these targets, though Jetty does not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/other/a%5cb",
                "/other/a%3bb",
                "/other;x",
                "/account/../other",
                "/account/..;/other",
                "/account//../other",
                "/account/%2e%2e/other",
                "/account%2fx",
                "/other%2fx",
                "/other//x",
                "/other/a%25b",
                "/%6fther"
            })
    void ambiguousTargetMustSatisfyEveryRule(String path) throws Exception {
        assertThat(send(Requests.as(user(10, "mfa"), path)).body()).as(path).isEqualTo("done");
        application.reached.set(0);
        told.clear();
        for (RawRequest request : List.of(
                Requests.as(user(61, "mfa"), path), Requests.as(user(10, "pwd"), path), Requests.nobody(path))) {
            RawResponse response = send(request);
            assertThat(response.status()).as(path).isEqualTo(400);
            assertThat(response.headers("WWW-Authenticate")).isEmpty();
            assertThat(response.headers("Cache-Control")).containsExactly("no-store");
            assertThat(response.headers("Content-Type")).containsExactly("application/problem+json");
            assertThat(response.body())
                    .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,"
                            + "\"code\":\"ambiguous_target\"}");
        }
        assertThat(application.reached).hasValue(0);
        assertThat(told)
                .containsExactly(
                        "VALID none",
                        "MALFORMED ambiguous_target",
                        "VALID none",
                        "MALFORMED ambiguous_target",
                        "NONE none",
                        "MALFORMED ambiguous_target");
    }

    /** The rule for the path that the container reads comes first, since another login may satisfy it. */
    @Test
    void ambiguousTargetOfARuleIsChallengedFirst() throws Exception {
        assertThat(send(Requests.as(OLD, "/other/../account/x")).header("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_user_authentication\", max_age=300");
        assertThat(send(Requests.nobody("/other/../account/x")).status()).isEqualTo(401);
        assertThat(send(Requests.as(FRESH, "/other/../account/x")).status()).isEqualTo(400);
        assertThat(send(Requests.as(user(0, "mfa"), "/other/../account/x")).body())
                .isEqualTo("done");
    }

    @ParameterizedTest
    @CsvSource({
        "/account/both/x, 0, mfa, 200",
        "/account/both/x, 301, mfa, 401",
        "/account/both/x, 61, pwd, 401",
        "/account/both/x, 60, pwd, 403",
        "/account/strict/x, 60, pwd, 200",
        "/account/strict/x, 61, pwd, 401"
    })
    void allRulesThatCoverAPathHold(String path, long age, String amr, int status) throws Exception {
        assertThat(send(Requests.as(user(age, amr), path)).status()).isEqualTo(status);
    }

    @Test
    void headHasTheHeadersAndNoBody() throws Exception {
        RawResponse response = send(Requests.as(OLD, "/account/x").by("HEAD"));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("Content-Length"))
                .isEqualTo(send(Requests.as(OLD, "/account/x")).header("Content-Length"));
        assertThat(response.header("WWW-Authenticate")).isPresent();
        assertThat(response.body()).isEmpty();
    }

    @Test
    void bodyOfARefusedRequestIsReadSoThatTheConnectionLives() throws Exception {
        RawRequest refused = Requests.as(OLD, "/account/x")
                .by("POST")
                .with("Connection: keep-alive")
                .withBody("x".repeat(1_500_000));
        try (Socket socket = server.client().connect()) {
            assertThat(server.client().exchange(socket, refused).status()).isEqualTo(401);
            assertThat(server.client()
                            .exchange(socket, Requests.as(FRESH, "/account/x"))
                            .body())
                    .isEqualTo("done");
        }
    }

    @Test
    void preflightThatMayGoOnWithoutIdentityGoesOnHere() throws Exception {
        RawRequest preflight = RawRequest.of(
                "OPTIONS", "/account/x", "Origin: https://app.example", "Access-Control-Request-Method: POST");
        assertThat(send(preflight).body()).isEqualTo("done");
        assertThat(send(RawRequest.of("OPTIONS", "/account/x")).status()).isEqualTo(401);
    }

    /** As for security constraints; use the programmatic check there. */
    @ParameterizedTest
    @ValueSource(strings = {"/forward", "/include", "/async"})
    void laterDispatchIsNotJudged(String path) throws Exception {
        assertThat(send(Requests.as(OLD, path)).status()).isEqualTo(200);
        assertThat(application.reached).hasValue(1);
    }

    private RawResponse send(RawRequest request) throws Exception {
        return server.client().send(request);
    }
}
