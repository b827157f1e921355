package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Attack.attack;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The peers of sockets that are not plain IPv4. */
@Tag("C03")
final class SocketTests {
    private static final Surroundings TLS = Surroundings.of(ContainerOption.TLS);

    @ParameterizedTest
    @EnumSource(names = {"PROXY_ADDRESS", "SECRET_AND_ADDRESS"})
    void onlyTheProxyIsTakenForTheProxyOnTls(Deployment deployment) throws Exception {
        try (Backend plain = TLS.start(deployment)) {
            SSLSocketFactory sockets = TestKey.context().getSocketFactory();
            RawClient client = plain.client().opening(socket -> sockets.createSocket(socket, "127.0.0.1", 0, true));
            Attack attack = attack("C01", TLS.toString())
                    .on(deployment)
                    .from(Honest.NEIGHBOUR)
                    .sends(deployment.request())
                    .twin(deployment.request(), TLS.outcomeOfTheProxy())
                    .refused(TLS.codeOfAnother());
            AttackCheck.run(attack, new Backend(client, plain.filter(), plain.stop()));
        }
    }

    /** Some containers report 127.0.0.1 as the peer. */
    @Test
    void clientOnAUnixSocketIsNotTakenForTheProxy() throws Exception {
        ProxyTrust everyLoopback = ProxyTrust.trustedProxies("127.0.0.0/8", "::1");
        try (Backend backend = start(everyLoopback, ContainerOption.UNIX_SOCKET);
                LogCapture log = LogCapture.start()) {
            assertThat(answer(backend).status()).isEqualTo(401);
            assertThat(Refusal.of(log.lines())).extracting(Refusal::code).containsExactly("peer_unknown");
        }
    }

    @Test
    void secretIsEnoughOnAUnixSocket() throws Exception {
        try (Backend backend = start(ProxyTrust.sharedSecret(Honest.SECRET), ContainerOption.UNIX_SOCKET)) {
            assertThat(answer(backend).body()).isEqualTo(WhoServlet.describe(Honest.USER));
            assertThat(backend.client()
                            .send(Honest.request().without("x-proxy-secret"))
                            .status())
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ipv6PeerIsTakenForTheProxyIfItIs(Ipv6Trust trust) throws Exception {
        Assumptions.assumeTrue(hasIpv6Loopback(), "this machine has no ::1");
        try (Backend backend = start(ProxyTrust.trustedProxies(trust.range), ContainerOption.IPV6)) {
            assertThat(answer(backend).status()).isEqualTo(trust.status);
        }
    }

    private static Backend start(ProxyTrust trust, ContainerOption option) throws Exception {
        return Application.behind(AuthgearHeadersFilter.builder(trust).build())
                .servlet(new WhoServlet(), Honest.PAGE)
                .start(option);
    }

    private static RawResponse answer(Backend backend) throws Exception {
        return backend.client().send(Honest.request());
    }

    private static boolean hasIpv6Loopback() throws SocketException, UnknownHostException {
        byte[] address = new byte[16];
        address[15] = 1;
        return NetworkInterface.getByInetAddress(InetAddress.getByAddress(address)) != null;
    }

    enum Ipv6Trust {
        THE_PEER("::1", 200),
        ITS_RANGE("::/64", 200),
        ANOTHER("::2", 401),
        ITS_IPV4("127.0.0.1", 401);

        private final String range;
        private final int status;

        Ipv6Trust(String range, int status) {
            this.range = range;
            this.status = status;
        }
    }
}
