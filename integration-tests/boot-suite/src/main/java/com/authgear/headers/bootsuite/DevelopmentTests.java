package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.servlet.PeerResolver;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who gets the development identity: nobody but the developer, and a forger never. */
@ExtendWith(OutputCaptureExtension.class)
final class DevelopmentTests {
    static final Setup ALICE = Setup.bare()
            .with(TestKitRequestTests.Details.class)
            .with(
                    "spring.profiles.active=dev",
                    "authgear.headers.dev.enabled=true",
                    "authgear.headers.dev.user-id=alice",
                    "authgear.headers.dev.verified=true",
                    "authgear.headers.dev.can-reauthenticate=true",
                    "authgear.headers.dev.amr=otp,pwd",
                    "authgear.headers.dev.authenticated-ago=10m",
                    "authgear.headers.dev.roles=manager",
                    "authgear.headers.roles.trusted=true",
                    "authgear.headers.public-paths=/public/**");

    @ParameterizedTest
    @EnumSource
    void developerIsTheUser(Container container) throws IOException {
        Application application = ALICE.on(container);
        assertThat(application.body(RawRequest.get("/me"))).isEqualTo("alice");
        assertThat(application.body(RawRequest.get("/public/optional"))).isEqualTo("alice");
        assertThat(application.body(RawRequest.get("/typed"))).isEqualTo("alice otp+pwd");
        assertThat(application.body(RawRequest.get("/authorities")))
                .isEqualTo("AUTHGEAR_USER AUTHGEAR_VERIFIED" + Requests.ALICES_FACTORS + " ROLE_manager");
        assertThat(application.body(RawRequest.get("/manager"))).isEqualTo("for managers");
        assertThat(application.status(RawRequest.get("/missing"))).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void timeIsAsLongAgoOnEveryRequest(Container container) throws IOException {
        String[] details = ALICE.on(container).body(RawRequest.get("/details")).split(" ", 2);
        assertThat(details[0]).isEqualTo("true");
        assertThat(Instant.parse(details[1]))
                .isCloseTo(Instant.now().minusSeconds(600), within(30, ChronoUnit.SECONDS));
    }

    @ParameterizedTest
    @EnumSource
    void headersAreHiddenAsEver(Container container) throws IOException {
        assertThat(ALICE.on(container).body(RawRequest.get("/headers")))
                .containsIgnoringCase("cookie")
                .doesNotContainIgnoringCase("x-authgear-")
                .doesNotContainIgnoringCase("x-proxy-secret");
        assertThat(ALICE.on(container).send(RawRequest.get("/me")).header("Cache-Control"))
                .hasValue("private, no-store");
    }

    @ParameterizedTest
    @EnumSource
    void protectionAgainstCsrfIsTheRealOne(Container container) throws IOException {
        Application application = ALICE.on(container);
        RawRequest post = RawRequest.of("POST", "/me");
        assertThat(application.status(post)).isEqualTo(403);
        assertThat(application.body(post.with("Authorization: Bearer any"))).isEqualTo("alice");
        assertThat(application.status(post.with("Cookie: session=any"))).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            X-Forwarded-For: 127.0.0.1   | X-Forwarde-For: 127.0.0.1
            X-Forwarded-Anything: 1      | Y-Forwarded-Anything: 1
            x_forwarded_proto: https     | x_forwarde_proto: https
            Forwarded: for=127.0.0.1     | Forwards: for=127.0.0.1
            Via: 1.1 proxy               | Vias: 1.1 proxy
            X-Real-IP: 127.0.0.1         | X-Real-Id: 127.0.0.1
            X-Original-URL: /            | X-Origin-URL: /
            CF-Ray: 1                    | C-F-Ray: 1
            X-Envoy-Peer-Metadata-Id: 1  | X-Env-Peer-Metadata-Id: 1
            x-proxy-secret: 1            | x-proxy-secrets: 1
            """)
    void whatIsForwardedIsNobodys(String refused, String twin) throws IOException {
        for (Container container : Container.values()) {
            Application application = ALICE.on(container);
            assertThat(application.status(RawRequest.get("/me", refused))).isEqualTo(401);
            assertThat(application.body(RawRequest.get("/public/me", refused))).isEqualTo("nobody");
            assertThat(application.body(RawRequest.get("/me", twin))).isEqualTo("alice");
        }
    }

    /** Where Tomcat's own valve reads it, nothing starts. */
    @ParameterizedTest
    @CsvSource({"NATIVE, JETTY", "FRAMEWORK, JETTY", "FRAMEWORK, TOMCAT"})
    void whatIsForwardedIsNobodysWhateverReadsTheHeader(Forwarding forwarding, Container container) throws IOException {
        Application application = ALICE.with(forwarding.property()).on(container);
        assertThat(application.status(RawRequest.get("/me", "X-Forwarded-For: 127.0.0.1")))
                .isEqualTo(401);
        assertThat(application.status(RawRequest.get("/me", "X-Forwarded-Proto: https")))
                .isEqualTo(401);
        assertThat(application.body(RawRequest.get("/me"))).isEqualTo("alice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-authgear-user-id: bob",
                "x-authgear-session-valid: false",
                "x_authgear_user_id: bob",
                "X.Authgear.User.Roles: manager"
            })
    void identityOfAClientIsRefusedAsEver(String line) throws IOException {
        for (Container container : Container.values()) {
            assertThat(ALICE.on(container).status(RawRequest.get("/me", line))).isEqualTo(401);
            assertThat(ALICE.on(container).status(RawRequest.get("/public/me", line)))
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgedUserIsRefusedAndNameOfTomorrowIsNobodys(Container container) throws IOException {
        Application application = ALICE.on(container);
        assertThat(application.status(
                        Requests.forged(Requests.BOB, "/me").with(Requests.BEARER_LINE, Requests.SECRET_LINE)))
                .isEqualTo(401);
        assertThat(application.status(RawRequest.get("/me", "x-authgear-tomorrow: 1")))
                .isEqualTo(401);
        assertThat(application.body(RawRequest.get("/public/me", "x-authgear-tomorrow: 1")))
                .isEqualTo("nobody");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, 200",
        "LocalHost:8080, 200",
        "127.0.0.1:1, 200",
        "127.9.9.9, 200",
        "[::1]:8080, 200",
        "evil.example, 401",
        "localhost.evil.example, 401",
        "127.0.0.1.evil.example, 401",
        "10.0.0.1, 401"
    })
    void nameMustBeThatOfThisMachine(String host, int status) throws IOException {
        for (Container container : Container.values()) {
            assertThat(ALICE.on(container)
                            .client()
                            .named(host)
                            .send(RawRequest.get("/me"))
                            .status())
                    .isEqualTo(status);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Origin: http://localhost:3000     | 200
            Origin: http://127.0.0.1          | 200
            Origin: http://[::1]:3000         | 200
            Sec-Fetch-Site: same-origin       | 200
            Sec-Fetch-Site: same-site         | 200
            Sec-Fetch-Site: none              | 200
            Origin: https://evil.example      | 401
            Origin: https://localhost.evil.example | 401
            Origin: null                      | 401
            Sec-Fetch-Site: cross-site        | 401
            Sec-Fetch-Site: whatever          | 401
            """)
    void pageOfAnotherSiteSendsNothingAsTheUser(String line, int status) throws IOException {
        for (Container container : Container.values()) {
            assertThat(ALICE.on(container).status(RawRequest.get("/me", line))).isEqualTo(status);
        }
    }

    /** Whether the filter for CORS or the chain refuses it depends on the line of Spring. */
    @ParameterizedTest
    @EnumSource
    void originThatIsNoneSendsNothingAsTheUser(Container container) throws IOException {
        assertThat(ALICE.on(container).status(RawRequest.get("/me", "Origin: http://a b")))
                .isIn(401, 403);
        assertThat(ALICE.on(container).status(RawRequest.get("/me", "Origin: localhost")))
                .isIn(401, 403);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, 401", "'', 401", "::1, 200", "127.0.0.1, 200"})
    void peerMustBeThisMachine(String peer, int status) throws IOException {
        for (Container container : Container.values()) {
            Setup setup = ALICE.with(Peer.class).with("suite.peer=" + peer);
            assertThat(setup.on(container).status(RawRequest.get("/me"))).isEqualTo(status);
        }
    }

    @Test
    void startIsLoudAndSaysNoUser(CapturedOutput output) throws IOException {
        try (Application application =
                ALICE.with("logging.level.com.authgear=INFO").start(Container.TOMCAT)) {
            assertThat(output)
                    .containsOnlyOnce("DEVELOPMENT IDENTITY: every request")
                    .contains(" WARN ");
            for (int i = 0; i < 2; i++) {
                assertThat(application.status(RawRequest.get("/me", "Via: 1.1 secret-proxy")))
                        .isEqualTo(401);
            }
            assertThat(output).containsOnlyOnce("no development identity: it has a header that a proxy adds");
        }
        assertThat(output).doesNotContain("alice", "secret-proxy");
    }

    @Test
    void nothingIsSaidWhereItIsOff(CapturedOutput output) throws IOException {
        Setup off = Setup.secret().with("spring.profiles.active=dev", "authgear.headers.dev.user-id=alice");
        try (Application application = off.start(Container.TOMCAT)) {
            assertThat(application.status(RawRequest.get("/me"))).isEqualTo(401);
        }
        assertThat(output).doesNotContain("DEVELOPMENT");
    }

    @Configuration(proxyBeanMethods = false)
    static class Peer {
        @Bean
        PeerResolver peer(org.springframework.core.env.Environment environment) throws IOException {
            String peer = environment.getRequiredProperty("suite.peer");
            Optional<InetAddress> address =
                    peer.isEmpty() ? Optional.empty() : Optional.of(InetAddress.getByName(peer));
            return request -> address;
        }
    }
}
