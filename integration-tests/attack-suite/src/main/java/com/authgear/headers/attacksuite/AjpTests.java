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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An AJP request names a client address, which must not be taken for the socket peer. */
@Tag("C02")
final class AjpTests {
    private static final Surroundings AJP = Surroundings.of(ContainerOption.AJP);

    @BeforeAll
    static void containerSpeaksIt() {
        Assumptions.assumeTrue(
                Application.CONTAINER.options().contains(ContainerOption.AJP), "this container does not speak AJP");
    }

    @ParameterizedTest
    @EnumSource(names = {"PROXY_ADDRESS", "SECRET_AND_ADDRESS"})
    void onlyTheProxyIsTakenForTheProxy(Deployment deployment) throws Exception {
        try (Backend backend = AJP.start(deployment)) {
            verify(backend, deployment, Honest.NEIGHBOUR, new Refused(AJP.codeOfAnother()));
            verify(backend, deployment, Honest.PROXY, AJP.outcomeOfTheProxy());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SECRET", "TWO_SECRETS"})
    void secretIsEnough(Deployment deployment) throws Exception {
        try (Backend backend = AJP.start(deployment)) {
            verify(backend, deployment, Honest.NEIGHBOUR, Attack.user());
        }
    }

    /** Shows that the container does read the claimed address, so that the tests above can fail. */
    @ParameterizedTest
    @EnumSource(names = "SECRET")
    void addressIsRewrittenForTheApplication(Deployment deployment) throws Exception {
        try (Backend backend = AJP.start(deployment)) {
            assertThat(send(backend, Honest.NEIGHBOUR, RawRequest.get(AddressServlet.PAGE))
                            .body())
                    .isEqualTo(Honest.PROXY_ADDRESS);
        }
    }

    private static void verify(Backend backend, Deployment deployment, int peer, Outcome outcome) throws IOException {
        RawResponse plain = send(backend, peer, RawRequest.get(Honest.PAGE));
        try (LogCapture log = LogCapture.start()) {
            RawRequest request = deployment.request();
            Optional<RawResponse> response = Optional.of(send(backend, peer, request));
            backend.printCounted();
            outcome.verify(new Exchange(request, response, plain, Refusal.of(log.lines())));
        }
    }

    private static RawResponse send(Backend backend, int peer, RawRequest request) throws IOException {
        try (Socket socket = backend.client().from(peer).connect()) {
            AjpRequest.write(request, Honest.PROXY_ADDRESS, socket.getOutputStream());
            return AjpResponse.read(socket);
        }
    }
}
