package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** No method of the request reveals a hidden header to the application. */
@Tag("G13")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HidingTests {
    private static final String FUTURE = "x-authgear-tomorrow: unheard-of";
    private static final RawRequest REQUEST =
            Honest.request().to("/exposed").with(FUTURE, "x-authgear-user-roles: manager", "x-other: kept");
    private static final String[] HIDDEN = {Honest.SECRET, "unheard-of", "manager", "pwd otp", "1755770000"};

    private Backend backend;

    @BeforeAll
    void start() throws Exception {
        backend = Application.behind(Deployment.SECRET.filter())
                .servlet(new ExposingServlet(), "/exposed")
                .servlet(new TamperingServlet(), "/tampering")
                .start();
    }

    @AfterAll
    void stop() {
        backend.close();
    }

    @Test
    void noGetterShowsAnIdentityHeaderOrTheSecret() throws IOException {
        assertThat(backend.body(REQUEST))
                .contains("getHeader x-other = kept", "getHeaders x-other = [kept]", "getCookies = [session=abc]")
                .contains("getHeader X-Authgear-User-Id = null", "getHeaders x-proxy-secret = []")
                .contains("getIntHeader x-authgear-user-id = -1", "getDateHeader X-Proxy-Secret = -1")
                .contains("getUserPrincipal = AuthgearPrincipal[userId=" + Honest.USER_ID, "async:")
                .doesNotContain(HIDDEN);
    }

    /** The names themselves are asked for by the servlet, so that only the list of names counts. */
    @Test
    void namesAreNotListed() throws IOException {
        assertThat(backend.body(REQUEST).lines().filter(line -> line.startsWith("getHeaderNames = ")))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .containsIgnoringCase("x-other")
                        .doesNotContainIgnoringCase("x-authgear")
                        .doesNotContainIgnoringCase("x-proxy-secret"));
    }

    @Test
    void trailersOfTheseNamesAreHidden() throws IOException {
        RawRequest chunked = REQUEST.by("POST")
                .with("Transfer-Encoding: chunked", "Trailer: x-authgear-tomorrow, x-proxy-secret, x-digest")
                .withBody("1\r\nx\r\n0\r\nx-digest: 17\r\nx-proxy-secret: mallory\r\nx-authgear-tomorrow:"
                        + " mallory\r\n\r\n");
        assertThat(backend.body(chunked))
                .contains("getTrailerFields = [x-digest=17]")
                .doesNotContain("mallory");
    }

    @Test
    @Tag("C08")
    void traceDoesNotEchoTheSecret() throws IOException {
        RawResponse echo = backend.send(REQUEST.by("TRACE"));
        assertThat(echo.status()).isIn(200, 405);
        assertThat(echo.body())
                .doesNotContain(HIDDEN)
                .doesNotContain(Honest.USER_ID)
                .doesNotContainIgnoringCase("x-authgear");
        if (echo.status() == 200) {
            assertThat(echo.body()).contains("kept");
        }
    }

    @Test
    void applicationCannotChangeWhoTheUserIs() throws IOException {
        AuthgearPrincipal user = Honest.USER;
        assertThat(backend.body(Honest.request().to("/tampering")))
                .isEqualTo(List.of("roles", "amr", "attribute", WhoServlet.describe(user))
                        .toString());
    }
}
