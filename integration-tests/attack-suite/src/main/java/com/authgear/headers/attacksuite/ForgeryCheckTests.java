package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Honest.SECRET;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import com.authgear.headers.test.AuthgearTestHeaders;
import com.authgear.headers.test.ForgeryCheck;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** {@link ForgeryCheck} passes the filter in each trust mode, and finds a page that the filter does not cover. */
final class ForgeryCheckTests {
    private static final ForgeryCheck CHECK =
            ForgeryCheck.of(AuthgearTestHeaders.of(Honest.USER).sharedSecret(SECRET));
    private static final ForgeryCheck WITHOUT_SECRET =
            ForgeryCheck.of(AuthgearTestHeaders.of(Honest.USER)).except("C01", "C02", "C08");

    @Test
    void secretIsEnough() throws Exception {
        assertPasses(ProxyTrust.sharedSecret(SECRET), CHECK);
    }

    @Test
    void eitherOfTwoSecretsIsEnough() throws Exception {
        ProxyTrust both = ProxyTrust.sharedSecret(Honest.PREVIOUS_SECRET, SECRET);
        assertPasses(both, CHECK);
        assertPasses(both, ForgeryCheck.of(AuthgearTestHeaders.of(Honest.USER).sharedSecret(Honest.PREVIOUS_SECRET)));
    }

    @Test
    void secretMayHaveAnotherHeader() throws Exception {
        assertPasses(
                ProxyTrust.sharedSecret(SECRET).withSecretHeader("x-gate"),
                ForgeryCheck.of(
                        AuthgearTestHeaders.of(Honest.USER).sharedSecret(SECRET).secretHeader("x-gate")));
    }

    @Test
    void secretAndAddressAreEnough() throws Exception {
        assertPasses(ProxyTrust.sharedSecret(SECRET).andTrustedProxies("127.0.0.1"), CHECK);
    }

    @Test
    void addressAloneIsEnoughWhereTheCallerSaysSo() throws Exception {
        assertPasses(ProxyTrust.trustedProxies("127.0.0.1"), WITHOUT_SECRET);
        assertThatThrownBy(() -> assertPasses(
                        ProxyTrust.trustedProxies("127.0.0.1"), ForgeryCheck.of(AuthgearTestHeaders.of(Honest.USER))))
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
        try (Backend backend = Application.behind(filter, "/other/*")
                .servlet(new RawUser(), Honest.PAGE)
                .start()) {
            assertThatThrownBy(() -> CHECK.run(page(backend)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("C01 no secret: 200")
                    .hasMessageContaining("A04 no identity, by HEAD: 200");
        }
    }

    private static void assertPasses(ProxyTrust trust, ForgeryCheck check) throws Exception {
        try (Backend backend = Application.behind(
                        AuthgearHeadersFilter.builder(trust).build())
                .servlet(new WhoServlet(), Honest.PAGE)
                .start()) {
            check.run(page(backend));
        }
    }

    private static URI page(Backend backend) {
        return URI.create("http://127.0.0.1:" + backend.client().port() + Honest.PAGE);
    }

    /** A page that reads the header itself. */
    private static final class RawUser extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getHeader("x-authgear-user-id"));
        }
    }
}
