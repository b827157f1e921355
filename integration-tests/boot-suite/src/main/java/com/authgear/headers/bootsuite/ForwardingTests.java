package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Secret and address are both required, the proxy is 127.0.0.2, and Boot rewrites addresses. */
final class ForwardingTests {
    private static final RawRequest AS_ALICE = Requests.as(ALICE, "/me");

    /** Where Boot uses Tomcat's own valve, the application does not start. */
    static Stream<Arguments> whereThePeerCanBeTold() {
        Stream<Arguments> jetty =
                Arrays.stream(Forwarding.values()).map(forwarding -> Arguments.of(forwarding, Container.JETTY));
        return Stream.concat(jetty, Stream.of(Arguments.of(Forwarding.FRAMEWORK, Container.TOMCAT)));
    }

    @ParameterizedTest
    @MethodSource("whereThePeerCanBeTold")
    void claimedAddressNeverHelps(Forwarding forwarding, Container container) throws IOException {
        Application application = both(forwarding).on(container);
        RawRequest claim = RawRequest.get("/public/address", "X-Forwarded-For: 127.0.0.2");
        assertThat(application.client().from(3).send(claim).body()).isEqualTo("127.0.0.2");
        RawRequest claiming = AS_ALICE.with("X-Forwarded-For: 127.0.0.2");
        assertThat(application.client().from(3).send(claiming).status()).isEqualTo(401);
        assertThat(application.client().from(3).send(AS_ALICE).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("whereThePeerCanBeTold")
    void proxyIsBelievedWhomeverItForwards(Forwarding forwarding, Container container) throws IOException {
        RawRequest forwarded = AS_ALICE.with("X-Forwarded-For: 203.0.113.9");
        Application application = both(forwarding).on(container);
        assertThat(application.client().from(2).send(forwarded).status()).isEqualTo(200);
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
