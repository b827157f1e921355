package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Attack.attack;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Addresses in the PROXY protocol, versions 1 and 2, are no more trusted than those in a header. */
@Tag("C07")
final class ProxyProtocolTests {
    private static final String CLIENT = "203.0.113.9";
    private static final Surroundings PROXY_PROTOCOL = Surroundings.of(ContainerOption.PROXY_PROTOCOL);

    @BeforeAll
    static void containerSpeaksIt() {
        Assumptions.assumeTrue(
                Application.CONTAINER.options().contains(ContainerOption.PROXY_PROTOCOL),
                "this container does not speak the PROXY protocol");
    }

    static Stream<Arguments> claims() {
        return Stream.of(Deployment.PROXY_ADDRESS, Deployment.SECRET_AND_ADDRESS)
                .flatMap(deployment -> Stream.of(1, 2)
                        .flatMap(version -> Stream.of(Honest.PROXY_ADDRESS, CLIENT)
                                .map(address -> Arguments.of(deployment, version, address))));
    }

    @ParameterizedTest(name = "{0}, version {1} for {2}")
    @MethodSource("claims")
    void onlyTheProxyIsTakenForTheProxy(Deployment deployment, int version, String claimed) throws Exception {
        try (Backend backend = start(deployment, version, claimed)) {
            Attack attack = attack("C07", PROXY_PROTOCOL.toString())
                    .on(deployment)
                    .from(Honest.NEIGHBOUR)
                    .sends(deployment.request())
                    .twin(deployment.request(), PROXY_PROTOCOL.outcomeOfTheProxy())
                    .refused(PROXY_PROTOCOL.codeOfAnother());
            AttackCheck.run(attack, backend);
        }
    }

    /** Shows that the container does read the claimed address, so that the test above can fail. */
    @ParameterizedTest(name = "{0}, version {1} for {2}")
    @MethodSource("claims")
    void addressIsRewrittenForTheApplication(Deployment deployment, int version, String claimed) throws Exception {
        try (Backend backend = start(deployment, version, claimed)) {
            assertThat(backend.body(RawRequest.get(AddressServlet.PAGE))).isEqualTo(claimed);
        }
    }

    private static Backend start(Deployment deployment, int version, String claimed) throws Exception {
        byte[] claim = version == 1 ? version1(claimed) : version2(claimed);
        Backend backend = PROXY_PROTOCOL.start(deployment);
        RawClient client = backend.client().opening(socket -> {
            socket.getOutputStream().write(claim);
            return socket;
        });
        return new Backend(client, backend.filter(), backend.stop());
    }

    private static byte[] version1(String claimed) {
        return ("PROXY TCP4 " + claimed + " 127.0.0.1 1234 80\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Signature, version 2 and PROXY, TCP over IPv4, twelve bytes: two addresses and two ports. */
    private static byte[] version2(String claimed) throws UnknownHostException {
        return ByteBuffer.allocate(28)
                .put(HexFormat.of().parseHex("0d0a0d0a000d0a515549540a21110000"))
                .putShort(14, (short) 12)
                .put(InetAddress.getByName(claimed).getAddress())
                .put(InetAddress.getLoopbackAddress().getAddress())
                .putShort((short) 1234)
                .putShort((short) 80)
                .array();
    }
}
