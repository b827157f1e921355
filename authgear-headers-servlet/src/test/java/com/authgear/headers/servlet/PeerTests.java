package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.junit.jupiter.api.Test;

final class PeerTests {
    private static final RawRequest AS_ALICE = Requests.forged(ALICE, "/me").with(Requests.BEARER_LINE);

    @Test
    void trustedAddressIsBelievedAndAnotherIsNot() throws Exception {
        try (JettyServer server = serve(ProxyTrust.trustedProxies("127.0.0.2")).start()) {
            assertThat(server.client().from(2).send(AS_ALICE).body()).isEqualTo("alice");
            assertThat(server.client().from(3).send(AS_ALICE).status()).isEqualTo(401);
        }
    }

    @Test
    void forwardedHeadersDoNotMoveThePeer() throws Exception {
        try (JettyServer server = serve(ProxyTrust.trustedProxies("127.0.0.2"))
                .http(http -> http.addCustomizer(new ForwardedRequestCustomizer()))
                .start()) {
            RawRequest claiming = AS_ALICE.with("X-Forwarded-For: 127.0.0.2", "Forwarded: for=127.0.0.2");
            assertThat(server.client().from(3).send(claiming).status()).isEqualTo(401);
            RawRequest fromTheProxy = AS_ALICE.with("X-Forwarded-For: 203.0.113.9");
            assertThat(server.client().from(2).send(fromTheProxy).body()).isEqualTo("alice");
        }
    }

    @Test
    void proxyProtocolDoesNotMoveThePeer() throws Exception {
        try (JettyServer server =
                serve(ProxyTrust.trustedProxies("127.0.0.2")).proxyProtocol().start()) {
            assertThat(statusBehindClaim(server, 3, "127.0.0.2")).isEqualTo(401);
            assertThat(statusBehindClaim(server, 2, "203.0.113.9")).isEqualTo(200);
        }
    }

    @Test
    void secretAndAddressMustBothHold() throws Exception {
        try (JettyServer server =
                serve(Requests.secret().andTrustedProxies("127.0.0.2")).start()) {
            RawRequest withSecret = AS_ALICE.with(Requests.SECRET_LINE);
            assertThat(server.client().from(2).send(withSecret).status()).isEqualTo(200);
            assertThat(server.client().from(3).send(withSecret).status()).isEqualTo(401);
            assertThat(server.client().from(2).send(AS_ALICE).status()).isEqualTo(401);
        }
    }

    @Test
    void probeWithoutIdentityHasNoUserFromAnyPeer() throws Exception {
        AuthgearHeadersFilter optional = AuthgearHeadersFilter.builder(ProxyTrust.trustedProxies("127.0.0.2"))
                .optional()
                .build();
        try (JettyServer server =
                JettyServer.with(optional).servlet("/me", new WhoServlet()).start()) {
            assertThat(server.client().from(3).send(RawRequest.get("/me")).body())
                    .isEqualTo("nobody");
        }
    }

    @Test
    void addressesAreRefusedIfThePeerIsUnknown() throws Exception {
        AuthgearHeadersFilter filter = AuthgearHeadersFilter.builder(ProxyTrust.trustedProxies("127.0.0.0/8"))
                .peerResolver(request -> Optional.empty())
                .build();
        try (JettyServer server =
                JettyServer.with(filter).servlet("/me", new WhoServlet()).start()) {
            assertThat(server.client().send(AS_ALICE).status()).isEqualTo(401);
        }
    }

    @Test
    void peerIsUnknownOnAnUnsupportedContainer() {
        assertThat(PeerResolver.ofContainer().socketPeer(mock(HttpServletRequest.class)))
                .isEmpty();
    }

    private static JettyServer serve(ProxyTrust trust) {
        return JettyServer.with(AuthgearHeadersFilter.builder(trust).build()).servlet("/me", new WhoServlet());
    }

    private static int statusBehindClaim(JettyServer server, int source, String claimed) throws Exception {
        try (Socket socket = server.client().from(source).connect()) {
            String claim = "PROXY TCP4 " + claimed + " 127.0.0.1 1234 80\r\n";
            socket.getOutputStream().write(claim.getBytes(StandardCharsets.US_ASCII));
            return server.client().exchange(socket, AS_ALICE).status();
        }
    }
}
