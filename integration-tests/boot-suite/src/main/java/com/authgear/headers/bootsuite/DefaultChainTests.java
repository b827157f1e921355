package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DefaultChainTests {
    @ParameterizedTest
    @EnumSource
    void userOfTheHeadersIsInTheController(Container container) throws IOException {
        assertThat(application(container).body(Requests.as(ALICE, "/me"))).isEqualTo("alice");
    }

    @ParameterizedTest
    @EnumSource
    void nobodyGetsThePlain401(Container container) throws IOException {
        RawResponse response = application(container).send(Requests.nobody("/me"));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers("WWW-Authenticate")).containsExactly("Bearer");
        assertThat(response.headers("Cache-Control")).containsExactly("no-store");
        assertThat(response.headers("Content-Type")).containsExactly("application/problem+json");
        assertThat(response.body())
                .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
                        + "\"code\":\"authentication_required\"}");
    }

    @ParameterizedTest
    @EnumSource
    void forgeriesGetTheAnswerOfNobody(Container container) throws IOException {
        String nobody = application(container).send(Requests.nobody("/me")).comparable();
        for (RawRequest forgery : new RawRequest[] {
            Requests.forged(ALICE, "/me"),
            Requests.forged(ALICE, "/me").with("x-proxy-secret: wrong"),
            Requests.forged(ALICE, "/me").with(Requests.SECRET_LINE),
            Requests.nobody("/me").with("x_authgear_user_id: alice"),
            Requests.nobody("/me").with("x-authgear-session-valid: maybe")
        }) {
            assertThat(application(container).send(forgery).comparable()).isEqualTo(nobody);
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgeryIsRefusedOnAPublicPathToo(Container container) throws IOException {
        assertThat(application(container).status(Requests.forged(ALICE, "/public/me")))
                .isEqualTo(401);
        assertThat(application(container).status(Requests.forged(ALICE, "/actuator/health")))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource
    void invalidSessionIsToldSoAndIsNobodyOnAPublicPath(Container container) throws IOException {
        RawResponse response = application(container).send(Requests.invalid("/me"));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
        assertThat(application(container).body(Requests.invalid("/public/me"))).isEqualTo("nobody");
    }

    @ParameterizedTest
    @EnumSource
    void probesNeedNoHeaders(Container container) throws IOException {
        for (String path : new String[] {
            "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/livez", "/readyz"
        }) {
            assertThat(application(container).status(RawRequest.get(path)))
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingElseAsksForAUser(Container container) throws IOException {
        for (String path : new String[] {"/", "/nowhere", "/actuator", "/actuator/info", "/error", "/login"}) {
            assertThat(application(container).status(RawRequest.get(path)))
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void preflightPassesAndThe401CanBeReadAcrossOrigins(Container container) throws IOException {
        String origin = "Origin: " + SharedApplications.CrossOrigin.ORIGIN;
        RawRequest preflight = RawRequest.of("OPTIONS", "/me", origin, "Access-Control-Request-Method: GET");
        assertThat(application(container).status(preflight)).isEqualTo(200);
        assertThat(application(container).status(RawRequest.of("OPTIONS", "/me")))
                .isEqualTo(401);
        for (RawRequest refused : new RawRequest[] {Requests.nobody("/me"), Requests.forged(ALICE, "/me")}) {
            RawResponse response = application(container).send(refused.with(origin));
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.headers("Access-Control-Allow-Origin")).hasSize(1);
        }
    }

    private static Application application(Container container) {
        return SharedApplications.DEFAULT.on(container);
    }
}
