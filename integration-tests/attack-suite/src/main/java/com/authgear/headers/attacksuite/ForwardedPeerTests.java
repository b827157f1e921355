package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Attack.attack;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With any component that rewrites the address of a request, only the proxy passes as the proxy. Its own requests are
 * accepted, or refused where the container hides the socket peer.
 */
@Tag("C02")
final class ForwardedPeerTests {
    private static final String CLIENT = "203.0.113.9";
    private static final List<String[]> CLAIMS = List.of(
            new String[] {},
            new String[] {forwardedFor(Honest.PROXY_ADDRESS)},
            new String[] {forwardedFor(Honest.PROXY_ADDRESS + ", " + Honest.PROXY_ADDRESS)},
            new String[] {forwardedFor(CLIENT), forwardedFor(Honest.PROXY_ADDRESS)},
            new String[] {"Forwarded: for=" + Honest.PROXY_ADDRESS},
            new String[] {"X-Real-IP: " + Honest.PROXY_ADDRESS},
            clientClaim());

    static Stream<Arguments> surroundings() {
        return Surroundings.readingHeaders()
                .flatMap(surroundings -> Stream.of(Deployment.PROXY_ADDRESS, Deployment.SECRET_AND_ADDRESS)
                        .map(deployment -> Arguments.of(surroundings, deployment)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("surroundings")
    void onlyTheProxyIsTakenForTheProxy(Surroundings surroundings, Deployment deployment) throws Exception {
        try (Backend backend = surroundings.start(deployment)) {
            for (String[] claim : CLAIMS) {
                Attack attack = attack("C02", surroundings.name() + " " + String.join(", ", claim))
                        .on(deployment)
                        .from(Honest.NEIGHBOUR)
                        .sends(deployment.request().with(claim))
                        .twin(deployment.request().with(claim), surroundings.outcomeOfTheProxy())
                        .refused(surroundings.codeOfAnother());
                AttackCheck.run(attack, backend);
            }
        }
    }

    /** Shows that the container does rewrite the address, so that the test above can fail. */
    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("surroundings")
    void addressIsRewrittenForTheApplication(Surroundings surroundings, Deployment deployment) throws Exception {
        try (Backend backend = surroundings.start(deployment)) {
            assertThat(backend.body(RawRequest.get(AddressServlet.PAGE, clientClaim())))
                    .isEqualTo(surroundings.rewrites() ? CLIENT : Honest.PROXY_ADDRESS);
        }
    }

    private static String[] clientClaim() {
        return new String[] {forwardedFor(CLIENT), "Forwarded: for=" + CLIENT, "X-Real-IP: " + CLIENT};
    }

    private static String forwardedFor(String address) {
        return "X-Forwarded-For: " + address;
    }
}
