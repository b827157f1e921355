package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A smuggled request: the proxy took it for the body of another, so it arrives over the proxy's own connection. */
@Tag("C05")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SmugglingTests {
    private static final RawRequest CARRIER = Honest.request().with("Connection: keep-alive");
    private static final RawRequest LAST = RawRequest.get(Honest.PAGE, "Connection: close");

    private Backend backend;

    @BeforeAll
    void start() throws Exception {
        backend = AttackTests.start(Deployment.SECRET_AND_ADDRESS);
    }

    @AfterAll
    void stop() {
        backend.close();
    }

    /** How the container finds the end of the first request; the rest is the second. */
    static List<RawRequest> carriers() {
        return List.of(
                CARRIER.with(""),
                CARRIER.by("POST").with("Content-Length: 0", ""),
                CARRIER.by("POST").with("Transfer-Encoding: chunked", "", "0", ""));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void requestThatWasSmuggledInIsRefused(RawRequest carrier) throws IOException {
        RawRequest smuggled = Honest.request().without("x-proxy-secret");
        try (LogCapture log = LogCapture.start()) {
            assertThat(second(carrier, smuggled).status()).isEqualTo(401);
            backend.printCounted();
            assertThat(Refusal.of(log.lines())).containsExactly(new Refusal("secret_missing"));
        }
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void requestThatTheProxySendsAtOnceWithAnotherIsServed(RawRequest carrier) throws IOException {
        assertThat(second(carrier, Honest.request()).body()).isEqualTo(WhoServlet.describe(Honest.USER));
    }

    /** The answer to the second request, both sent at once. */
    private RawResponse second(RawRequest carrier, RawRequest smuggled) throws IOException {
        RawClient client = backend.client().from(Honest.PROXY);
        RawRequest both = carrier.with(smuggled.method() + " " + smuggled.target() + " HTTP/1.1", "Host: a")
                .with(smuggled.lines().toArray(String[]::new));
        try (Socket socket = client.connect()) {
            assertThat(client.exchange(socket, both).body()).isEqualTo(WhoServlet.describe(Honest.USER));
            return client.exchange(socket, LAST);
        }
    }
}
