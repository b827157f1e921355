package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.StepUpUsers.aged;
import static com.authgear.headers.bootsuite.StepUpUsers.unableAged;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** {@code @RequireRecentLogin} and {@code @RequireAmr}, from the socket to the method and back. */
final class StepUpTests {
    static final String CHALLENGE = "Bearer error=\"insufficient_user_authentication\", max_age=";

    private static final Setup SETUP =
            SharedApplications.DEFAULT.with(StepUpController.class).with(StepUpController.Vault.class);

    @ParameterizedTest
    @EnumSource
    void oldLoginGetsTheChallengeAndFreshOneGoesOn(Container container) throws IOException {
        Application application = SETUP.on(container);
        RawResponse response = application.send(Requests.as(aged(310), "/transfer"));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers("WWW-Authenticate")).containsExactly(CHALLENGE + 300);
        assertThat(response.headers("Cache-Control")).containsExactly("no-store");
        assertThat(response.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(response.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
                        + "\"code\":\"step_up_required\",\"max_age\":300,\"prompt\":\"login\"}");
        assertThat(application.body(Requests.as(aged(5), "/transfer"))).isEqualTo("done");
        assertThat(application
                        .send(Requests.as(aged(310), "/transfer").by("HEAD"))
                        .body())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/transfer, 280, pwd, 200",
        "/transfer, 310, pwd, 300",
        "/factor, 9999, mfa, 200",
        "/factor, 70, pwd, 0",
        "/both, 280, mfa otp, 200",
        "/both, 310, mfa otp, 0",
        "/both, 280, mfa, 0",
        "/meta, 280, pwd, 200",
        "/meta, 310, pwd, 300",
        "/meta-minute, 70, pwd, 60",
        "/meta-minute, 40, pwd, 200",
        "/nested, 3500, pwd, 200",
        "/nested, 3700, pwd, 3600",
        "/nested-closed, 3500, pwd, 60",
        "/nested-closed, 40, pwd, 200",
        "/nested-later, 3500, pwd, 200",
        "/nested-later, 3700, pwd, 3600",
        "/nested-wrapped, 3700, pwd, 3600"
    })
    void eachMethodAsksForItsOwn(String path, long age, String amr, int expected) throws IOException {
        for (Container container : Container.values()) {
            Application application = SETUP.on(container);
            RawResponse response = application.send(Requests.as(aged(age, amr.split(" ", -1)), path));
            assertThat(response.status()).isEqualTo(expected == 200 ? 200 : 401);
            assertThat(response.headers("WWW-Authenticate"))
                    .isEqualTo(expected == 200 ? List.of() : List.of(CHALLENGE + expected));
        }
    }

    @ParameterizedTest
    @EnumSource
    void missingFactorIsNamed(Container container) throws IOException {
        assertThat(SETUP.on(container).body(Requests.as(aged(70), "/both")))
                .endsWith(
                        "\"code\":\"step_up_required\",\"max_age\":0,\"prompt\":\"login\",\"required_amr\":[\"mfa\",\"otp\"]}");
    }

    @ParameterizedTest
    @EnumSource
    void whomALoginWouldNotHelpGetsA403WithoutAChallenge(Container container) throws IOException {
        Application application = SETUP.on(container);
        AuthgearPrincipal timeless =
                AuthgearPrincipal.builder("alice").canReauthenticate(true).build();
        assertForbidden(application, unableAged(310), "/transfer", "reauthentication_unavailable");
        assertForbidden(application, timeless, "/transfer", "authentication_time_unknown");
        assertForbidden(application, aged(5), "/factor", "factor_unavailable");
        assertThat(application.body(Requests.as(unableAged(5), "/transfer"))).isEqualTo("done");
    }

    @ParameterizedTest
    @EnumSource
    void anonymousUserIsTurnedAwayHoweverFresh(Container container) throws IOException {
        Application application = SETUP.on(container);
        AuthgearPrincipal guest = StepUpUsers.of(0, "mfa").anonymous(true).build();
        assertForbidden(application, guest, "/transfer", "anonymous_user");
        assertForbidden(application, guest, "/factor", "anonymous_user");
        assertThat(application.body(Requests.as(aged(0, "mfa"), "/transfer"))).isEqualTo("done");
        assertThat(application.body(Requests.as(aged(0, "mfa"), "/factor"))).isEqualTo("done");
    }

    /** As a social or an enterprise login: it never carries a method, however often it is made. */
    @ParameterizedTest
    @EnumSource
    void loginWithoutMethodsIsChallengedOnceAndThenTurnedAway(Container container) throws IOException {
        Application application = SETUP.on(container);
        assertThat(application.status(Requests.as(aged(7200), "/factor"))).isEqualTo(401);
        assertForbidden(application, aged(2), "/factor", "factor_unavailable");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGetsThePlain401(Container container) throws IOException {
        Application application = SETUP.on(container);
        RawResponse plain = application.send(Requests.nobody("/me"));
        for (String path : List.of("/transfer", "/public/transfer")) {
            assertThat(application.send(Requests.nobody(path)).comparable()).isEqualTo(plain.comparable());
            assertThat(application.send(RawRequest.get(path)).comparable()).isEqualTo(plain.comparable());
        }
        assertThat(application.body(Requests.as(aged(5), "/public/transfer"))).isEqualTo("done");
        assertThat(application.status(Requests.as(aged(310), "/public/transfer")))
                .isEqualTo(401);
    }

    /** Whoever may not anyway need not log in again to hear it. */
    @ParameterizedTest
    @EnumSource
    void otherRulesOfTheMethodComeFirstAndAnswerAsEver(Container container) throws IOException {
        Application application = SETUP.on(container);
        RawResponse denied = application.send(Requests.as(aged(310), "/manager-transfer"));
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.body())
                .contains("\"status\":403")
                .contains("\"path\":")
                .doesNotContain("code");
        AuthgearPrincipal manager =
                StepUpUsers.of(310).roles(List.of("manager")).build();
        assertThat(application.send(Requests.as(manager, "/manager-transfer")).headers("WWW-Authenticate"))
                .containsExactly(CHALLENGE + 300);
    }

    /** Its twin shows what becomes of a denial that is none of ours. */
    @ParameterizedTest
    @EnumSource
    void adviceForEveryExceptionDoesNotSwallowTheChallenge(Container container) throws IOException {
        Application application = SETUP.with(CatchAll.class).on(container);
        for (String path : List.of("/transfer", "/manager-transfer", "/nested-wrapped")) {
            AuthgearPrincipal manager =
                    StepUpUsers.of(3700).roles(List.of("manager")).build();
            assertThat(application.send(Requests.as(manager, path)).header("WWW-Authenticate"))
                    .hasValueSatisfying(challenge -> assertThat(challenge).startsWith(CHALLENGE));
        }
        assertThat(application.status(Requests.as(aged(310), "/manager-transfer")))
                .isEqualTo(500);
        assertThat(application.status(Requests.as(aged(5), "/fail"))).isEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource
    void forgedPostGetsThePlain401AndAPostOfAnOldLoginTheChallenge(Container container) throws IOException {
        Application application = SETUP.on(container);
        RawRequest post = Requests.as(aged(310), "/transfer").by("POST").withBody("x".repeat(100_000));
        assertThat(application.send(post).headers("WWW-Authenticate")).containsExactly(CHALLENGE + 300);
        assertThat(application
                        .send(Requests.forged(aged(5), "/transfer").by("POST"))
                        .headers("WWW-Authenticate"))
                .containsExactly("Bearer");
        assertThat(application.body(Requests.as(aged(5), "/transfer").by("POST")))
                .isEqualTo("done");
    }

    @RestControllerAdvice
    static class CatchAll {
        @ExceptionHandler(Exception.class)
        @ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
        String sorry() {
            return "sorry";
        }
    }

    static void assertForbidden(Application application, AuthgearPrincipal user, String path, String code)
            throws IOException {
        RawResponse response = application.send(Requests.as(user, path));
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.headers("WWW-Authenticate")).isEmpty();
        assertThat(response.headers("Cache-Control")).containsExactly("no-store");
        assertThat(response.body())
                .isEqualTo(
                        "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,\"code\":\"" + code + "\"}");
    }
}
