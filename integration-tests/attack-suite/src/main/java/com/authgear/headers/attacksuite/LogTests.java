package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The log gives the reason of a refusal and nothing that the client sent; a client can neither inject lines nor flood
 * it.
 */
@Tag("G08")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LogTests {
    private static final String MARK = "mallory-was-here";
    private static final List<String> POISONS = List.of(
            MARK + "\rWARNING intruder",
            MARK + "\nWARNING intruder",
            MARK + "\r\nWARNING: intruder",
            MARK + "\u001b[2J",
            MARK + "\0",
            RawRequest.utf8(MARK + "\u2028WARNING intruder"),
            MARK + "\u0085WARNING intruder",
            "${jndi:ldap://" + MARK + "}",
            MARK + "%0d%0aWARNING%20intruder",
            "{0} %s " + MARK);
    private static final int CONNECTIONS = 20;
    private static final int REQUESTS = 50;

    private Backend backend;

    @BeforeAll
    void start() throws Exception {
        backend = startNew();
    }

    @AfterAll
    void stop() {
        backend.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-authgear-session-valid",
                "x-authgear-user-id",
                "x-authgear-user-anonymous",
                "x-authgear-user-verified",
                "x-authgear-user-can-reauthenticate",
                "x-authgear-user-roles",
                "x-authgear-session-acr",
                "x-authgear-session-amr",
                "x-authgear-session-authenticated-at",
                "x-authgear-tomorrow",
                "x_authgear_user_id",
                "x-proxy-secret",
                "x-envoy-auth-failure-mode-allowed",
                "Connection",
                "Cookie",
                "Authorization",
                "X-Forwarded-For",
                "Forwarded",
                "User-Agent"
            })
    void noByteOfAHeaderIsLogged(String name) throws IOException {
        try (LogCapture log = LogCapture.start()) {
            for (String poison : POISONS) {
                send(Honest.request().replacing(name + ": " + poison));
                send(Honest.identity().replacing(name + ": " + poison));
            }
            backend.printCounted();
            assertClean(log);
        }
    }

    @Test
    void noByteOfANameOrAPathIsLogged() throws IOException {
        try (LogCapture log = LogCapture.start()) {
            for (String poison : POISONS) {
                send(Honest.request().with("x_authgear_" + poison + ": 1"));
                send(Honest.request().with("Connection: close, x-authgear-" + poison));
                send(Honest.identity().to("/" + poison.replace(' ', '+')));
            }
            backend.printCounted();
            assertClean(log);
        }
    }

    @Test
    void thousandRepeatsAreCountedAndOneIsPrinted() throws Exception {
        try (Backend fresh = startNew();
                LogCapture log = LogCapture.start()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                refuseOnOneConnection(fresh.client());
            }
            assertThat(Refusal.of(log.lines())).containsExactly(new Refusal("secret_missing"));
            fresh.printCounted();
            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("WARNING Refused 999 more requests: code=secret_missing"));
        }
    }

    private static void refuseOnOneConnection(RawClient client) throws IOException {
        RawRequest forged = Honest.identity().with("Connection: keep-alive");
        try (Socket socket = client.connect()) {
            for (int i = 0; i < REQUESTS; i++) {
                assertThat(client.exchange(socket, forged).status()).isEqualTo(401);
            }
        }
    }

    private static Backend startNew() throws Exception {
        return Application.behind(Deployment.SECRET_AND_ROLES.filter())
                .servlet(new WhoServlet(), "/")
                .start();
    }

    /** Fails if nothing is logged, so that the check is not empty. */
    private static void assertClean(LogCapture log) {
        assertThat(log.lines()).anyMatch(line -> line.contains("code="));
        assertThat(log.lines())
                .allSatisfy(line -> assertThat(line)
                        .doesNotContain(MARK, "intruder", Honest.SECRET)
                        .matches("[ -~]+"));
    }

    /** Accepts any reaction of the container: some answer 400, some close the connection. */
    private void send(RawRequest request) {
        try {
            assertThat(backend.send(request).status()).isNotEqualTo(500);
        } catch (IOException hungUp) {
            assertThat(hungUp).isNotNull();
        }
    }
}
