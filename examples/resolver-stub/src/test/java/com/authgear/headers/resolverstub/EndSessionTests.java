package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndSessionTests {
    private static final String BYE = "https://app.example.test/";
    private static final String REQUEST =
            "/oauth2/end_session?state=s+1&post_logout_redirect_uri=" + Visitor.encode(BYE);
    private static final String BOB = "Cookie: session=bob; same_site_strict=true";

    private final ResolverStub stub =
            ResolverStub.builder().client("app", List.of(), List.of(BYE)).build();

    @BeforeEach
    void start() throws IOException {
        stub.start();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private void assertLoggedOut(RawResponse response, String location) throws IOException {
        assertThat(response.status()).isEqualTo(303);
        assertThat(response.headers("Location")).containsExactly(location);
        assertThat(response.headers("Set-Cookie")).containsExactly(Fixtures.CLEARED, Fixtures.CLEARED_STRICT);
        assertThat(Visitor.at(stub, BOB).outcome()).isEqualTo("false");
    }

    /** The header of a browser counts before the cookie. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            session=bob; same_site_strict=true | x: y                        | true
            session=bob; same_site_strict=x    | x: y                        | false
            session=bob                        | x: y                        | false
            session=bob                        | Sec-Fetch-Site: same-origin | true
            session=bob                        | Sec-Fetch-Site: same-site   | true
            session=bob                        | Sec-Fetch-Site: none        | true
            session=bob; same_site_strict=true | Sec-Fetch-Site: cross-site  | false
            """)
    void atOnceFromTheSameSiteOnly(String cookies, String line, boolean atOnce) throws IOException {
        Visitor bob = Visitor.at(stub, "Cookie: " + cookies, line);
        RawResponse response = bob.get(REQUEST);
        if (!atOnce) {
            assertThat(response.headers("Set-Cookie")).isEmpty();
            assertThat(bob.outcome()).isEqualTo("bob");
            assertThat(response.body()).contains("<h1>Log out?</h1>").doesNotContain(BYE);
            assertThat(response.header("Content-Security-Policy").orElse("")).contains("form-action 'self' " + BYE);
            response = bob.submit(response, "confirm=yes");
        }
        assertLoggedOut(response, BYE + "?state=s+1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://evil.example/", "https://app.example.test", "https://app.example.test/?x", "//x", ""})
    void anotherAddressEndsAtTheLoginPage(String uri) throws IOException {
        String request = REQUEST.replace(Visitor.encode(BYE), Visitor.encode(uri));
        assertLoggedOut(Visitor.at(stub, BOB).get(request), "/login");
    }

    @Test
    void withoutParameters() throws IOException {
        assertLoggedOut(Visitor.at(stub, BOB).get("/oauth2/end_session"), "/login");
    }

    @Test
    void withoutASessionThereIsNothingToAsk() throws IOException {
        RawResponse response = Visitor.at(stub, "Sec-Fetch-Site: cross-site").get(REQUEST);
        assertThat(response.headers("Location")).containsExactly(BYE + "?state=s+1");
        assertThat(response.headers("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bob, app, true", "erin, app, false", "bob, other, false", "mallory, app, false", ", app, false"})
    void aHint(String user, String client, boolean atOnce) throws IOException {
        String hint = user == null ? "x" : ResolverStub.idToken(user, client, List.of("openid"));
        RawResponse response = Visitor.at(stub, BOB).get(REQUEST + "&id_token_hint=" + hint);
        assertThat(response.status()).as("a wrong hint is worse than none").isEqualTo(atOnce ? 303 : 200);
    }

    @Test
    void aFormIsGoodOnce() throws IOException {
        Visitor bob = Visitor.at(stub, "Cookie: session=bob");
        RawResponse page = bob.get(REQUEST);
        assertThat(bob.submit(page, "x=y").status()).isEqualTo(303);
        for (RawResponse response : List.of(bob.submit(page, "x=y"), bob.post(REQUEST, "x=y"), bob.post(REQUEST, ""))) {
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.body()).contains("This page is no longer open.");
            assertThat(response.headers("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void aNewSessionDiesToo() throws IOException {
        try (ResolverStub mine = ResolverStub.builder().build().start()) {
            mine.client("app", List.of(BYE), List.of(BYE));
            Visitor nobody = Visitor.at(mine);
            RawResponse page =
                    nobody.get("/oauth2/authorize?client_id=app&response_type=none&scope=openid&redirect_uri="
                            + Visitor.encode(BYE));
            Visitor erin = Visitor.after(mine, nobody.submit(page, "user=erin"));
            assertThat(erin.outcome()).isEqualTo("erin");
            erin.submit(erin.get(REQUEST), "confirm=yes");
            assertThat(erin.outcome()).isEqualTo("false");
        }
    }
}
