package com.authgear.headers.servlet;

import static com.authgear.headers.servlet.Requests.ALICE;
import static com.authgear.headers.servlet.Requests.SECRET;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.test.AuthgearTestHeaders;
import com.authgear.headers.test.ForgeryCheck;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** The check passes the filter in each trust mode, and finds a page that the filter does not cover. */
final class ForgeryCheckTests {
    private static final String NEXT = "fedcba9876543210fedcba9876543210";
    private static final ForgeryCheck CHECK =
            ForgeryCheck.of(AuthgearTestHeaders.of(ALICE).sharedSecret(SECRET));
    private static final ForgeryCheck WITHOUT_SECRET =
            ForgeryCheck.of(AuthgearTestHeaders.of(ALICE)).except("C01", "C02", "C08");

    @Test
    void secretIsEnough() throws Exception {
        assertPasses(ProxyTrust.sharedSecret(SECRET), CHECK);
    }

    @Test
    void eitherOfTwoSecretsIsEnough() throws Exception {
        ProxyTrust both = ProxyTrust.sharedSecret(NEXT, SECRET);
        assertPasses(both, CHECK);
        assertPasses(both, ForgeryCheck.of(AuthgearTestHeaders.of(ALICE).sharedSecret(NEXT)));
    }

    @Test
    void secretMayHaveAnotherHeader() throws Exception {
        assertPasses(
                ProxyTrust.sharedSecret(SECRET).withSecretHeader("x-gate"),
                ForgeryCheck.of(
                        AuthgearTestHeaders.of(ALICE).sharedSecret(SECRET).secretHeader("x-gate")));
    }

    @Test
    void secretAndAddressAreEnough() throws Exception {
        assertPasses(ProxyTrust.sharedSecret(SECRET).andTrustedProxies("127.0.0.1"), CHECK);
    }

    @Test
    void addressAloneIsEnoughWhereTheCallerSaysSo() throws Exception {
        assertPasses(ProxyTrust.trustedProxies("127.0.0.1"), WITHOUT_SECRET);
        assertThatThrownBy(() -> assertPasses(
                        ProxyTrust.trustedProxies("127.0.0.1"), ForgeryCheck.of(AuthgearTestHeaders.of(ALICE))))
                .hasMessageEndingWith(".except(\"C01\", \"C02\", \"C08\")");
    }

    @Test
    void trustInEveryPeerIsFoundUnlessTheCallerSaysSo() throws Exception {
        assertPasses(ProxyTrust.trustEveryPeer(), WITHOUT_SECRET);
        assertThatThrownBy(() -> assertPasses(ProxyTrust.trustEveryPeer(), CHECK))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("C01 no secret: 200")
                .hasMessageContaining("C08 wrong secret: 200");
    }

    @Test
    void pageThatTheFilterDoesNotCoverIsFound() throws Exception {
        AuthgearHeadersFilter filter =
                AuthgearHeadersFilter.builder(ProxyTrust.sharedSecret(SECRET)).build();
        try (JettyServer server = JettyServer.withoutFilter()
                .filter(filter, "/other/*")
                .servlet("/me", new RawUser())
                .start()) {
            assertThatThrownBy(() -> CHECK.run(page(server)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("C01 no secret: 200")
                    .hasMessageContaining("A04 no identity, by HEAD: 200");
        }
    }

    private static void assertPasses(ProxyTrust trust, ForgeryCheck check) throws Exception {
        try (JettyServer server = JettyServer.with(
                        AuthgearHeadersFilter.builder(trust).build())
                .servlet("/me", new WhoServlet())
                .start()) {
            check.run(page(server));
        }
    }

    private static URI page(JettyServer server) {
        return URI.create("http://127.0.0.1:" + server.port() + "/me");
    }

    /** Code that reads the header by itself. */
    private static final class RawUser extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getHeader("x-authgear-user-id"));
        }
    }
}
