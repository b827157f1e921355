package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.servlet.AuthgearHeadersFilter;
import com.authgear.headers.servlet.AuthgearLogin;
import com.authgear.headers.servlet.AuthgearRequests;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to the login and back leads to no other site, to no other user, and out of no session. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LoginAttackTests {
    private static final String BASE = "https://www.example.com";
    private static final String LOGIN = "/authgear/login?return_to=";
    private static final String CALLBACK = "/authgear/callback?state=";
    private static final String[] NAVIGATION = {"Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"};

    private Backend backend;

    @BeforeAll
    void start() throws Exception {
        AuthgearHeadersFilter filter = AuthgearHeadersFilter.builder(ProxyTrust.sharedSecret(Honest.SECRET))
                .login(AuthgearLogin.builder(URI.create("https://auth.example.com"), "shop", URI.create(BASE))
                        .build())
                .publicPaths("/public/*")
                .build();
        backend = Application.behind(filter)
                .servlet(new WhoServlet(), Honest.PAGE, "/")
                .servlet(new TransferServlet(), "/transfer")
                .servlet(new ForwardingServlet(), "/public/transfer")
                .start();
    }

    @AfterAll
    void stop() {
        backend.close();
    }

    @Test
    void pageIsFoundAgain() throws IOException {
        RawResponse away = backend.send(Honest.nobody().to(Honest.PAGE + "?a=b").with(NAVIGATION));
        assertThat(away.status()).isEqualTo(302);
        RawResponse back = backend.send(comeBack(away, Honest.request()));
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.header("Location")).hasValue(BASE + Honest.PAGE + "?a=b");
    }

    @Test
    void pageThatForwardsIsFoundAgain() throws IOException {
        RawResponse away =
                backend.send(Honest.nobody().to("/public/transfer?a=b").with(NAVIGATION));
        assertThat(away.status()).isEqualTo(302);
        assertThat(backend.send(comeBack(away, Honest.request())).header("Location"))
                .hasValue(BASE + "/public/transfer?a=b");
    }

    /** Each as it stands in the query, so that the container decodes it once. */
    @Test
    @Tag("H01")
    void otherSiteIsNeverComeBackTo() throws IOException {
        List<String> elsewhere = List.of(
                "//evil.example",
                "%2F%2Fevil.example",
                "/%2Fevil.example",
                "/%5Cevil.example",
                "%5C%5Cevil.example",
                "https:%2F%2Fevil.example",
                "https:evil.example",
                "javascript:alert(1)",
                "evil.example",
                "@evil.example",
                "/..%2F%2Fevil.example",
                "/../x",
                "/a/../../x",
                "/%252e%252e/x",
                "/%252F/evil.example",
                "/a%0D%0AX-Evil:1",
                "/a%0AX-Evil:1",
                "/a%00",
                "/a%20b",
                "/a%22b",
                "/a%3Cb",
                "/a%23b",
                "/a;b",
                "",
                "%20/a",
                "%09//evil.example",
                "/" + "a".repeat(4_000),
                "/%C3%A9",
                "/%E2%88%95evil.example",
                "/%FF%FE",
                "/%",
                "/%zz");
        for (String path : elsewhere) {
            RawResponse away = backend.send(Honest.nobody().to(LOGIN + path).with(NAVIGATION));
            if (away.status() == 302) {
                RawResponse back = backend.send(comeBack(away, Honest.request()));
                assertThat(back.header("Location")).as(path).hasValue(BASE + "/");
                assertThat(back.header("X-Evil")).as(path).isEmpty();
            } else {
                assertThat(away.status()).as(path).isBetween(400, 499);
            }
        }
    }

    @Test
    void pathOfTheApplicationIsComeBackTo() throws IOException {
        RawResponse away = backend.send(
                Honest.nobody().to(LOGIN + "/a%3Fb=c%26d=%25C3%25A9").with(NAVIGATION));
        assertThat(backend.send(comeBack(away, Honest.request())).header("Location"))
                .hasValue(BASE + "/a?b=c&d=%C3%A9");
    }

    @Test
    @Tag("H02")
    void returnThatIsForgedEndsAtTheStartPage() throws IOException {
        RawResponse away = backend.send(Honest.nobody().with(NAVIGATION));
        String state = state(away);
        String cookie = cookie(away);
        String other = "A".repeat(22);
        Stream<RawRequest> forged = Stream.of(
                Honest.request().to(CALLBACK + state),
                Honest.request().to("/authgear/callback"),
                withCookie(other, cookie),
                withCookie(other, cookie.replace(state, other)),
                withCookie(state, cookie.replaceFirst("=.*", "=")),
                withCookie(state, cookie.replaceFirst("=.*", "=.")),
                withCookie(state, cookie.replaceFirst("=[^.]*", "=")));
        Stream<RawRequest> changed = IntStream.range(cookie.indexOf('=') + 1, cookie.length() - 1)
                .filter(at -> at % 5 == 0)
                .mapToObj(at ->
                        cookie.substring(0, at) + (cookie.charAt(at) == 'A' ? 'B' : 'A') + cookie.substring(at + 1))
                .map(change -> withCookie(state, change));
        for (RawRequest request : Stream.concat(forged, changed).toList()) {
            RawResponse back = backend.send(request.with(NAVIGATION));
            assertThat(back.header("Location")).as(request.toString()).hasValue(BASE + "/");
        }
        assertThat(backend.send(comeBack(away, Honest.request())).header("Location"))
                .hasValue(BASE + Honest.PAGE);
    }

    @Test
    @Tag("H03")
    void stepUpComesBackAsTheSameUserWithANewLogin() throws IOException {
        RawResponse away = backend.send(Honest.request().to("/transfer").with(NAVIGATION));
        assertThat(away.status()).isEqualTo(302);
        RawRequest fresh = Honest.request()
                .replacing("x-authgear-session-authenticated-at: "
                        + Honest.AUTHENTICATED_AT.plusSeconds(1).getEpochSecond());
        assertThat(backend.send(comeBack(away, fresh)).header("Location")).hasValue(BASE + "/transfer");
        RawResponse old = backend.send(comeBack(away, Honest.request()));
        assertThat(old.body()).contains("The login is not new");
        RawResponse other = backend.send(comeBack(away, fresh.replacing("x-authgear-user-id: mallory")));
        assertThat(other.body()).contains("Another user has logged in");
        assertThat(old.header("Location")).isEqualTo(other.header("Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: https://evil.example", "A: b"
            })
    @Tag("H04")
    void otherSiteLogsNoUserOut(String line) throws IOException {
        RawRequest logout = Honest.request().to("/authgear/logout").by("POST").with(NAVIGATION);
        RawResponse refused = backend.send(logout.with(line));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("cross_site_logout");
        assertThat(backend.send(logout.with("Sec-Fetch-Site: same-origin")).status())
                .isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {LOGIN + "/a", CALLBACK + "x", "/authgear/logout"})
    @Tag("H05")
    void forgedIdentityGetsThePlain401There(String target) throws IOException {
        RawResponse plain = backend.send(Honest.nobody());
        for (String method : List.of("GET", "POST")) {
            RawRequest forged = Honest.identity()
                    .after(Honest.COOKIE_LINE)
                    .to(target)
                    .by(method)
                    .with(NAVIGATION);
            assertThat(backend.send(forged).comparable()).isEqualTo(plain.comparable());
        }
    }

    private static RawRequest comeBack(RawResponse away, RawRequest user) {
        return user.to(CALLBACK + state(away)).with(NAVIGATION).replacing("Cookie: session=abc; " + cookie(away));
    }

    private static RawRequest withCookie(String state, String cookie) {
        return Honest.request().to(CALLBACK + state).replacing("Cookie: session=abc; " + cookie);
    }

    private static String state(RawResponse away) {
        return away.header("Location").orElseThrow().replaceAll(".*state=", "");
    }

    private static String cookie(RawResponse away) {
        return away.header("Set-Cookie").orElseThrow().split(";", 2)[0];
    }

    private static final class ForwardingServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            request.getRequestDispatcher("/transfer").forward(request, response);
        }
    }

    /** Needs a login that is not older than five minutes. */
    private static final class TransferServlet extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            AuthgearRequests.requireRecent(request, response, Duration.ofMinutes(5));
        }
    }
}
