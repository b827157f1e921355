package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row that HTTP/2 can express has the same outcome as over HTTP/1.1. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("A11")
final class Http2Tests {
    private static final Surroundings HTTP_2 = Surroundings.of(ContainerOption.HTTP_2);
    private static final Pattern FIELD = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+:[^\\r\\n\\x00]*");

    private final BackendPool backends = new BackendPool(ContainerOption.HTTP_2);

    static Stream<Attack> attacks() {
        return AttackTable.attacks()
                .filter(attack -> isExpressible(attack.request()) && isExpressible(attack.twin()))
                .filter(attack -> HTTP_2.tellTheProxy() || !attack.deployment().asksForTheAddress());
    }

    @BeforeAll
    void containerSpeaksIt() {
        Assumptions.assumeTrue(
                Application.CONTAINER.options().contains(ContainerOption.HTTP_2), "this container has no HTTP/2");
    }

    @AfterAll
    void stop() {
        backends.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void attacks(Attack attack) throws Exception {
        try {
            verify(attack.deployment(), attack.peer(), attack.request(), attack.outcome());
            verify(attack.deployment(), Honest.PROXY, attack.twin(), attack.twinOutcome());
        } catch (AssertionError e) {
            throw new AssertionError(attack + " over HTTP/2 (or its twin): " + e.getMessage(), e);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PROXY_ADDRESS", "SECRET_AND_ADDRESS"})
    void onlyTheProxyIsTakenForTheProxy(Deployment deployment) throws Exception {
        verify(deployment, Honest.NEIGHBOUR, deployment.request(), new Refused(HTTP_2.codeOfAnother()));
        verify(deployment, Honest.PROXY, deployment.request(), HTTP_2.outcomeOfTheProxy());
    }

    /** HTTP/2 forbids connection-specific headers, so a request with one is malformed (RFC 9113, section 8.2.2). */
    @Test
    void nominationIsRefused() throws Exception {
        RawRequest nominating = Honest.request().with("Connection: keep-alive, x-authgear-user-id");
        verify(Deployment.SECRET, Honest.PROXY, nominating, RefusedOrRejected.of("hop_by_hop_nomination"));
    }

    private void verify(Deployment deployment, int peer, RawRequest request, Outcome outcome) throws Exception {
        Backend backend = backends.of(deployment);
        RawResponse plain = send(backend, peer, AttackCheck.plain(request.without("Connection")))
                .orElseThrow();
        try (LogCapture log = LogCapture.start()) {
            Optional<RawResponse> response = send(backend, peer, request);
            backend.printCounted();
            Refusal.assertTellNothing(log.lines(), request);
            outcome.verify(new Exchange(request, response, plain, Refusal.of(log.lines())));
        }
    }

    /** With a harmless request behind it, on the next stream. */
    private static Optional<RawResponse> send(Backend backend, int peer, RawRequest request) throws IOException {
        try (Http2Connection connection =
                Http2Connection.open(backend.client().from(peer).connect())) {
            Optional<RawResponse> response = connection.send(request);
            if (response.isPresent()) {
                assertThat(connection.send(RawRequest.get(Honest.PUBLIC_PAGE)))
                        .map(RawResponse::body)
                        .contains(WhoServlet.NOBODY);
            }
            return response;
        }
    }

    /** An absolute target and {@code Connection} have no place in HTTP/2, and neither has a line end within a field. */
    private static boolean isExpressible(RawRequest request) {
        return request.target().startsWith("/")
                && !request.has("Connection")
                && request.lines().stream().allMatch(line -> FIELD.matcher(line).matches());
    }
}
