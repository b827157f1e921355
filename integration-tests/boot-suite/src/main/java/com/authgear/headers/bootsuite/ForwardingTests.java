package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.rawhttp.RawRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Secret and address are asked for, the proxy is 127.0.0.2, and Boot rewrites addresses. */
final class ForwardingTests {
    private static final RawRequest AS_ALICE = Requests.as(ALICE, "/me");

    static Stream<Arguments> everywhere() {
        return Arrays.stream(Forwarding.values())
                .flatMap(forwarding ->
                        Arrays.stream(Container.values()).map(container -> Arguments.of(forwarding, container)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void claimedAddressNeverHelps(Forwarding forwarding, Container container) throws IOException {
        Application application = both(forwarding).on(container);
        RawRequest claim = RawRequest.get("/public/address", "X-Forwarded-For: 127.0.0.2");
        assertThat(application.client().from(3).send(claim).body()).isEqualTo("127.0.0.2");
        RawRequest claiming = AS_ALICE.with("X-Forwarded-For: 127.0.0.2");
        assertThat(application.client().from(3).send(claiming).status()).isEqualTo(401);
        assertThat(application.client().from(3).send(AS_ALICE).status()).isEqualTo(401);
    }

    /** Tomcat's own valve leaves the peer nowhere to be found: there the address cannot be told, and refuses. */
    @ParameterizedTest
    @MethodSource("everywhere")
    void proxyIsBelievedWhereItsAddressCanBeTold(Forwarding forwarding, Container container) throws IOException {
        boolean told = container == Container.JETTY || forwarding == Forwarding.FRAMEWORK;
        RawRequest forwarded = AS_ALICE.with("X-Forwarded-For: 203.0.113.9");
        assertThat(both(forwarding)
                        .on(container)
                        .client()
                        .from(2)
                        .send(forwarded)
                        .status())
                .isEqualTo(told ? 200 : 401);
    }

    @Test
    void secretAloneIsEnoughOnKubernetes() throws IOException {
        Setup secret = Setup.secret().with(Forwarding.KUBERNETES.property());
        try (Application application = secret.start(Container.TOMCAT)) {
            assertThat(application.body(AS_ALICE.with("X-Forwarded-For: 203.0.113.9")))
                    .isEqualTo("alice");
            RawRequest forged = Requests.forged(ALICE, "/me").with(Requests.BEARER_LINE, "X-Forwarded-For: 127.0.0.1");
            assertThat(application.status(forged)).isEqualTo(401);
        }
    }

    private static Setup both(Forwarding forwarding) {
        return Setup.secret()
                .with(
                        "authgear.headers.trusted-proxies=127.0.0.2",
                        "authgear.headers.public-paths=/public/**",
                        forwarding.property());
    }
}
