package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CsrfTests {
    @ParameterizedTest
    @EnumSource
    void browserMustProveWhereItsPostComesFrom(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        assertThat(application.status(Requests.inBrowser(ALICE, "POST", "/me"))).isEqualTo(403);
        assertThat(application.body(withToken(application, Requests.inBrowser(ALICE, "POST", "/me"))))
                .isEqualTo("alice");
    }

    @ParameterizedTest
    @EnumSource
    void tokenOfAnotherPageProvesNothing(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        RawRequest post = Requests.inBrowser(ALICE, "POST", "/me");
        assertThat(application.status(post.with("X-XSRF-TOKEN: a", "Cookie: XSRF-TOKEN=b")))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void publicPathIsNoWayRoundIt(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        assertThat(application.status(Requests.inBrowser(ALICE, "POST", "/public/me")))
                .isEqualTo(403);
        assertThat(application.body(Requests.by("POST", Requests.nobody("/public/me"))))
                .isEqualTo("nobody");
    }

    @ParameterizedTest
    @EnumSource
    void bearerTokenNeedsNoProof(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        assertThat(application.body(Requests.by("POST", Requests.as(ALICE, "/me"))))
                .isEqualTo("alice");
        RawRequest besideACookie = Requests.inBrowser(ALICE, "POST", "/me").with(Requests.BEARER_LINE);
        assertThat(application.body(besideACookie)).isEqualTo("alice");
    }

    /**
     * With both credentials the resolver may use the cookie. Single-page applications send both, and other sites can.
     */
    @ParameterizedTest
    @EnumSource
    void bearerTokenBesideACookieProvesNothingWhenAnotherSiteSendsIt(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        RawRequest byToken = Requests.by("POST", Requests.as(ALICE, "/me"));
        for (String cookie : List.of("session=alice", "a=b; my_session=alice", "app_access_token=alice")) {
            RawRequest both = byToken.with("Cookie: " + cookie);
            for (String site : List.of("cross-site", "Cross-Site", "CROSS-SITE", "same-origin, cross-site", "other")) {
                assertThat(application.status(both.with("Sec-Fetch-Site: " + site)))
                        .as("%s, %s", cookie, site)
                        .isEqualTo(403);
            }
            assertThat(application.status(both.with("Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: cross-site")))
                    .isEqualTo(403);
            assertThat(application.status(both.with("Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-origin")))
                    .isEqualTo(403);
        }
        RawRequest inTwoLines = byToken.with("Cookie: a=b", "Cookie: session=alice", "sec-fetch-site: cross-site");
        assertThat(application.status(inTwoLines)).isEqualTo(403);
        assertThat(application.body(withToken(application, inTwoLines))).isEqualTo("alice");
    }

    @ParameterizedTest
    @EnumSource
    void bearerTokenOfOurOwnPagesOrAloneNeedsNoProof(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        RawRequest byToken = Requests.by("POST", Requests.as(ALICE, "/me"));
        RawRequest both = byToken.with("Cookie: session=alice");
        for (String site : List.of("same-origin", "same-site", "none")) {
            assertThat(application.body(both.with("Sec-Fetch-Site: " + site))).isEqualTo("alice");
        }
        assertThat(application.body(both)).isEqualTo("alice");
        assertThat(application.body(byToken.with("Sec-Fetch-Site: cross-site"))).isEqualTo("alice");
        assertThat(application.body(byToken.with("Sec-Fetch-Site: cross-site", "Cookie: theme=dark; sessions=2")))
                .isEqualTo("alice");
        assertThat(application.body(
                        Requests.as(ALICE, "/me").with("Sec-Fetch-Site: cross-site", "Cookie: session=alice")))
                .isEqualTo("alice");
    }

    @ParameterizedTest
    @EnumSource
    void credentialsThatABrowserAddsDoNotWaiveCsrf(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        RawRequest post = Requests.inBrowser(ALICE, "POST", "/me");
        String basic = "Authorization: Basic YTpi";
        assertThat(application.status(post.with(basic))).isEqualTo(403);
        assertThat(application.status(post.with("Authorization: Negotiate YTpi")))
                .isEqualTo(403);
        assertThat(application.status(post.with("Authorization: Bearer "))).isEqualTo(403);
        assertThat(application.status(post.with(Requests.BEARER_LINE, basic))).isEqualTo(403);
        assertThat(application.status(post.with(basic, Requests.BEARER_LINE))).isEqualTo(403);
        assertThat(application.status(post.with(Requests.BEARER_LINE, Requests.BEARER_LINE)))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void postOfNobodyIsAskedForAUserAndNotForAToken(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        String nobody = application.send(Requests.nobody("/me")).comparable();
        for (RawRequest request : new RawRequest[] {Requests.nobody("/me"), Requests.forged(ALICE, "/me")}) {
            assertThat(application.send(Requests.by("POST", request)).comparable())
                    .isEqualTo(nobody);
        }
        assertThat(application.status(Requests.by("POST", Requests.invalid("/me"))))
                .isEqualTo(401);
    }

    private static RawRequest withToken(Application application, RawRequest post) throws IOException {
        RawResponse page = application.send(Requests.inBrowser(ALICE, "GET", "/token"));
        String cookie = page.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        assertThat(cookie).startsWith("XSRF-TOKEN=");
        return post.with("Cookie: " + cookie, "X-XSRF-TOKEN: " + page.body());
    }
}
