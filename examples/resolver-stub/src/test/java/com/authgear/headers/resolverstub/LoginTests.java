package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTests {
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @AutoClose
    private static final ResolverStub STUB = Fixtures.start(ResolverStub.builder());

    private static RawResponse post(String target, String body) throws IOException {
        return Fixtures.send(STUB, RawRequest.of("POST", target, FORM).withBody(body));
    }

    @Test
    void thePageListsTheUsers() throws IOException {
        RawResponse page = Fixtures.get(STUB, "/login");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.header("Set-Cookie")).isEmpty();
        assertThat(page.body())
                .contains("name=\"user\" value=\"alice\"", "value=\"bob\"", "value=\"carol\"", "value=\"dave\"")
                .contains("A stub for examples and tests")
                .contains("<form method=\"post\" action=\"/login\">", "<form method=\"post\" action=\"/logout\">")
                .contains("verified · roles manager, store:clerk", "anonymous", "disabled", "expired")
                .doesNotContain("{{", "<script", "src=", "http://", "https://", "url(", "@import");
        assertThat(Fixtures.send(STUB, RawRequest.of("HEAD", "/login")).status())
                .isEqualTo(200);
    }

    @Test
    void thePolicyAllowsTheStyleAndNothingElse() throws IOException, NoSuchAlgorithmException {
        RawResponse page = Fixtures.get(STUB, "/login");
        String style = page.body().replaceAll("(?s).*<style>(.*)</style>.*", "$1");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'; img-src data:; style-src 'sha256-"
                        + Base64.getEncoder().encodeToString(hash)
                        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    @Test
    void loginSetsACookieThatTheResolverKnows() throws IOException {
        RawResponse login = post("/login", "user=alice");
        assertThat(login.status()).isEqualTo(303);
        assertThat(login.header("Location")).contains("/");
        assertThat(login.headers("Set-Cookie")).containsExactly(Fixtures.cookies("alice"));
        String cookie = login.header("Set-Cookie").orElseThrow().split(";", 2)[0];
        assertThat(Fixtures.outcome(Fixtures.get(STUB, "/resolve", "Cookie: " + cookie)))
                .isEqualTo("alice");
    }

    /** As at the real one: the token and the cookie stay what they are, and their session is younger. */
    @ParameterizedTest
    @ValueSource(strings = {"Cookie: session=erin", "Authorization: Bearer erin"})
    void loginMakesTheSessionOfTheSameCredentialsYounger(String credentials) throws IOException {
        try (ResolverStub stub = ResolverStub.builder().build().start()) {
            long now = Instant.now().getEpochSecond();
            assertThat(time(stub, credentials)).isBetween(now - 7260, now - 7190);
            Fixtures.send(stub, RawRequest.of("POST", "/login", FORM).withBody("user=grace"));
            assertThat(time(stub, credentials)).isBetween(now - 7260, now - 7190);
            Fixtures.send(stub, RawRequest.of("POST", "/login", FORM).withBody("user=erin"));
            assertThat(time(stub, credentials)).isBetween(now, Instant.now().getEpochSecond());
            RawResponse erin = Fixtures.get(stub, "/resolve", credentials);
            assertThat(erin.header("X-Authgear-Session-Amr")).contains("");
            assertThat(erin.header("X-Authgear-User-Can-Reauthenticate")).contains("true");
            assertThat(erin.header("X-Authgear-User-Verified")).contains("true");
        }
    }

    /** A table made by code may leave the time out. */
    @Test
    void loginGivesATimeToAUserWithoutOne() throws IOException {
        try (ResolverStub stub = Fixtures.start(ResolverStub.builder().users(Fixtures.users()))) {
            long now = Instant.now().getEpochSecond();
            Fixtures.send(stub, RawRequest.of("POST", "/login", FORM).withBody("user=frank"));
            assertThat(time(stub, "Cookie: session=frank"))
                    .isBetween(now, Instant.now().getEpochSecond());
        }
    }

    private static long time(ResolverStub stub, String credentials) throws IOException {
        return Long.parseLong(Fixtures.get(stub, "/resolve", credentials)
                .header("X-Authgear-Session-Authenticated-At")
                .orElseThrow());
    }

    @Test
    void logoutClearsIt() throws IOException {
        RawResponse logout = post("/logout", "return=%2Fbye");
        assertThat(logout.status()).isEqualTo(303);
        assertThat(logout.header("Location")).contains("/bye");
        assertThat(logout.headers("Set-Cookie")).containsExactly(Fixtures.CLEARED, Fixtures.CLEARED_STRICT);
        RawResponse bare = Fixtures.send(STUB, RawRequest.of("POST", "/logout"));
        assertThat(bare.status()).isEqualTo(303);
        assertThat(bare.header("Location")).contains("/");
    }

    /** By cookie; the token of the same name is another credential. A login brings the session back. */
    @Test
    void logoutEndsTheSession() throws IOException {
        try (ResolverStub stub = ResolverStub.builder().build().start()) {
            Fixtures.send(stub, RawRequest.of("POST", "/logout", "Cookie: session=bob"));
            assertThat(Fixtures.outcome(Fixtures.get(stub, "/resolve", "Cookie: session=bob")))
                    .isEqualTo("false");
            assertThat(Fixtures.outcome(Fixtures.get(stub, "/resolve", "Authorization: Bearer bob")))
                    .isEqualTo("bob");
            Fixtures.send(stub, RawRequest.of("POST", "/login", FORM).withBody("user=bob"));
            assertThat(Fixtures.outcome(Fixtures.get(stub, "/resolve", "Cookie: session=bob")))
                    .isEqualTo("bob");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cookie: session=alice", "Authorization: Bearer alice"})
    void reauthenticationReplacesTheMethods(String credentials) throws IOException {
        try (ResolverStub stub = ResolverStub.builder().amr(true).build().start()) {
            stub.reauthenticate("alice");
            assertThat(amr(stub, credentials)).isEqualTo("pwd x_primary_password");
            Fixtures.send(stub, RawRequest.of("POST", "/login", FORM).withBody("user=alice"));
            assertThat(amr(stub, credentials)).isEqualTo("mfa otp pwd x_primary_password x_secondary_totp");
        }
    }

    private static String amr(ResolverStub stub, String credentials) throws IOException {
        return Fixtures.get(stub, "/resolve", credentials)
                .header("X-Authgear-Session-Amr")
                .orElseThrow();
    }

    @Test
    void reauthenticationOfNobody() {
        assertThatThrownBy(() -> STUB.reauthenticate("mallory"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no such user: mallory");
    }

    @Test
    void theCookieHasThePrefix() throws IOException {
        try (ResolverStub prefixed =
                ResolverStub.builder().cookiePrefix("acme_").build().start()) {
            RawRequest login = RawRequest.of("POST", "/login", FORM).withBody("user=bob");
            assertThat(Fixtures.send(prefixed, login).headers("Set-Cookie"))
                    .containsExactly("acme_" + Fixtures.cookies("bob")[0], "acme_" + Fixtures.cookies("bob")[1]);
            assertThat(Fixtures.send(prefixed, RawRequest.of("POST", "/logout")).headers("Set-Cookie"))
                    .containsExactly("acme_" + Fixtures.CLEARED, "acme_" + Fixtures.CLEARED_STRICT);
        }
    }

    @Test
    void theCookieHasTheDomain() throws IOException {
        try (ResolverStub stub = ResolverStub.builder()
                .cookieDomain("example.test")
                .cookiePrefix("acme_")
                .build()
                .start()) {
            RawRequest login = RawRequest.of("POST", "/login", FORM).withBody("user=bob");
            assertThat(Fixtures.send(stub, login).headers("Set-Cookie"))
                    .containsExactly(
                            "acme_session=bob; Path=/; Domain=example.test; Max-Age=31449600; HttpOnly; SameSite=Lax",
                            "acme_same_site_strict=true; Path=/; Domain=example.test; Max-Age=31449600; HttpOnly;"
                                    + " SameSite=Strict");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user=mallory",
                "user=",
                "",
                "user=<script>x</script>",
                "other=alice",
                "user=ALICE",
                "user=mallory&user=alice",
                "user=%zz",
                "a=1&b=1&c=1&d=1&e=1&f=1&g=1&h=1&i=1&j=1&k=1&user=alice"
            })
    void anUnknownUserIsRefusedAndNotRepeated(String body) throws IOException {
        RawResponse response = post("/login", body);
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.header("Set-Cookie")).isEmpty();
        assertThat(response.header("Content-Security-Policy")).isPresent();
        assertThat(response.body()).contains("value=\"alice\"").doesNotContain("mallory", "<script");
    }

    @Test
    void aLongFormIsRefusedAShortOneIsNot() throws IOException {
        assertThat(post("/login", "user=alice&x=" + "x".repeat(9_000)).status()).isEqualTo(400);
        assertThat(post("/login", "user=alice&x=" + "x".repeat(7_000)).status()).isEqualTo(303);
    }

    @Test
    void onlyAFormLogsIn() throws IOException {
        assertThat(post("/login?user=alice", "x=y").status()).isEqualTo(400);
        RawRequest json =
                RawRequest.of("POST", "/login", "Content-Type: text/plain").withBody("user=alice");
        assertThat(Fixtures.send(STUB, json).status()).isEqualTo(400);
        assertThat(post("/login", "user=alice").status()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %2F                        | /
            %2Fme                      | /me
            %2Fme%3Fa%3Db%26c%23d      | /me?a=b&c#d
            %2Fa%252Fb                 | /a%2Fb
            %2F%2Fevil.example         | /
            %2Fa%2F%2Fb                | /
            %2F%5Cevil.example         | /
            %5C%5Cevil.example         | /
            https%3A%2F%2Fevil.example | /
            javascript%3Aalert(1)      | /
            evil.example               | /
            %2Fa%0D%0AX-Evil%3A%201    | /
            %2F%09%2Fevil.example      | /
            %2F%00                     | /
            %2Fa%20b                   | /
            %2F%C3%A9                  | /
            %20%2Fme                   | /
            ''                         | /
            """)
    void leadsToALocalPathOnly(String value, String location) throws IOException {
        for (RawResponse response : new RawResponse[] {
            post("/login", "user=alice&return=" + value),
            post("/login?return=" + value, "user=alice"),
            post("/logout", "return=" + value)
        }) {
            assertThat(response.status()).isEqualTo(303);
            assertThat(response.headers("Location")).containsExactly(location);
            assertThat(response.header("X-Evil")).isEmpty();
        }
    }

    @Test
    void theFormCountsBeforeTheQuery() throws IOException {
        assertThat(post("/login?return=%2Fquery", "user=alice&return=%2Fform").header("Location"))
                .contains("/form");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /me                     | value="/me"
            /%22%3E%3Cscript%3E     | value="/&quot;&gt;&lt;script&gt;"
            /{{users}}              | value="/{{users}}"
            //evil.example          | value="/"
            """)
    void theReturnPathIsKeptAndEscaped(String value, String html) throws IOException {
        String body = Fixtures.get(STUB, "/login?return=" + value).body();
        assertThat(body).contains("name=\"return\" " + html).doesNotContain("<script", "evil");
    }
}
