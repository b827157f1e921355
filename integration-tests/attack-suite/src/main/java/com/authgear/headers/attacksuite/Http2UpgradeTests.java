package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.net.Socket;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A proxy that forwards an upgrade to HTTP/2 does not see what follows on the connection (C04): without the secret no
 * identity in the tunnel is accepted.
 */
@Tag("C04")
final class Http2UpgradeTests {
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final String[] UPGRADE = {
        "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"
    };
    private static final RawRequest FORGED = Honest.request().without("x-proxy-secret");

    @BeforeAll
    static void containerSpeaksIt() {
        Assumptions.assumeTrue(
                Application.CONTAINER.options().contains(ContainerOption.HTTP_2), "this container has no HTTP/2");
    }

    @Test
    void upgradedRequestIsRefusedWithoutTheSecret() throws Exception {
        try (Backend backend = start();
                Http2Connection direct = Http2Connection.open(backend.client().connect());
                Socket socket = backend.client().connect()) {
            RawResponse plain = direct.send(RawRequest.get(Honest.PAGE)).orElseThrow();
            try (LogCapture log = LogCapture.start()) {
                Optional<RawResponse> first = Optional.of(first(backend, socket, FORGED));
                new Refused("secret_missing").verify(new Exchange(FORGED, first, plain, Refusal.of(log.lines())));
            }
        }
    }

    @Test
    void upgradedRequestIsServedWithTheSecret() throws Exception {
        try (Backend backend = start();
                Socket socket = backend.client().connect()) {
            assertThat(first(backend, socket, Honest.request()).body()).isEqualTo(WhoServlet.describe(Honest.USER));
        }
    }

    /** The upgraded request may have been for any page, such as a public one. */
    @ParameterizedTest
    @ValueSource(strings = {Honest.PAGE, Honest.PUBLIC_PAGE})
    void noIdentityInTheTunnelIsAcceptedWithoutTheSecret(String upgraded) throws Exception {
        try (Backend backend = start();
                Socket socket = backend.client().connect();
                Http2Connection tunnel =
                        upgrade(backend, socket, Honest.request().to(upgraded))) {
            assertThat(tunnel.read(1)).map(RawResponse::body).contains(WhoServlet.describe(Honest.USER));
            assertThat(status(tunnel, FORGED)).contains(401);
            assertThat(status(tunnel, Honest.request())).contains(200);
        }
    }

    private static Optional<Integer> status(Http2Connection tunnel, RawRequest request) {
        return tunnel.send(request).map(RawResponse::status);
    }

    /** The answer to the request that asks for the upgrade; all containers that speak HTTP/2 grant it. */
    private static RawResponse first(Backend backend, Socket socket, RawRequest request) throws IOException {
        return upgrade(backend, socket, request).read(1).orElseThrow();
    }

    private static Http2Connection upgrade(Backend backend, Socket socket, RawRequest request) throws IOException {
        RawResponse answer = backend.client().exchange(socket, request.with(UPGRADE));
        assertThat(answer.status()).isEqualTo(SWITCHING_PROTOCOLS);
        return Http2Connection.upgraded(socket);
    }

    private static Backend start() throws Exception {
        return Surroundings.of(ContainerOption.HTTP_2).start(Deployment.SECRET);
    }
}
