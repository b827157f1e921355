package com.authgear.headers.resolverstub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real server does with the same requests, row by row. */
class AuthorizationTests {
    private static final String BACK = "https://app.example.test/authgear/callback";
    private static final String OTHER = "https://app.example.test/cb?a=b#c";
    private static final String FULL = "https://authgear.com/scopes/full-access";
    private static final String REQUEST = "/oauth2/authorize?client_id=app&response_type=none&scope=openid"
            + "&x_sso_enabled=true&x_page=login&state=s1&redirect_uri=" + Visitor.encode(BACK);

    private final ResolverStub stub = stub();
    private final Visitor nobody = Visitor.at(stub);

    private static ResolverStub stub() {
        return ResolverStub.builder()
                .amr(true)
                .trustProxy(true)
                .client("app", List.of(BACK, OTHER), List.of())
                .build();
    }

    @BeforeEach
    void start() throws IOException {
        stub.start();
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    private static String hint(String user, String client, Duration age, String... scopes) {
        return "&id_token_hint="
                + IdTokenHint.idToken(
                        user, client, List.of(scopes), Instant.now().minus(age));
    }

    private static String fresh(String user) {
        return hint(user, "app", Duration.ZERO, "openid", FULL);
    }

    private static void assertBack(RawResponse response) {
        assertThat(response.status()).as(response.body()).isEqualTo(303);
        assertThat(response.headers("Location")).containsExactly(BACK + "?state=s1");
        assertThat(response.header("Cache-Control")).contains("no-store");
        assertThat(response.body()).isEmpty();
    }

    private static void assertBackWithoutCookie(RawResponse response) {
        assertBack(response);
        assertThat(response.headers("Set-Cookie")).isEmpty();
    }

    private RawResponse logIn(Visitor visitor, String request, String user) throws IOException {
        return visitor.submit(visitor.get(request), "user=" + user);
    }

    @Test
    void aLoginLeadsBackWithTheStateAndBringsACookie() throws IOException {
        long before = Instant.now().getEpochSecond();
        RawResponse login = logIn(nobody, REQUEST + "&prompt=login", "erin");
        assertBack(login);
        String session = Visitor.session(login).substring("session=".length());
        assertThat(login.headers("Set-Cookie")).containsExactly(Fixtures.cookies(session));
        Visitor erin = Visitor.after(stub, login);
        assertThat(erin.outcome()).isEqualTo("erin");
        assertThat(erin.authenticatedAt()).isBetween(before, Instant.now().getEpochSecond());
        for (String other : List.of("Authorization: Bearer ", "Cookie: app_session=", "Cookie: app_access_token=")) {
            for (String value : List.of(session, session.replace(".session", ""))) {
                assertThat(Visitor.at(stub, other + value).outcome()).as(other).isEqualTo("none");
            }
        }
    }

    @Test
    void theCookieIsSecureOverHttps() throws IOException {
        RawResponse login = logIn(Visitor.at(stub, "X-Forwarded-Proto: https"), REQUEST, "erin");
        assertThat(login.headers("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("; HttpOnly; Secure; SameSite="));
    }

    @Test
    void withoutAStateNothingIsAdded() throws IOException {
        RawResponse login = logIn(nobody, REQUEST.replace("&state=s1", ""), "bob");
        assertThat(login.headers("Location")).containsExactly(BACK);
    }

    @Test
    void theStateIsEncodedAndStandsBehindTheQueryBeforeTheFragment() throws IOException {
        String request = REQUEST.replace(Visitor.encode(BACK), Visitor.encode(OTHER))
                .replace("state=s1", "state=" + Visitor.encode("a&b=c#d\r\né"));
        assertThat(logIn(nobody, request, "bob").headers("Location"))
                .containsExactly("https://app.example.test/cb?a=b&state=a%26b%3Dc%23d%0D%0A%C3%A9#c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://app.example.test/authgear/callback?x=y",
                "https://app.example.test/authgear/callback#x",
                "https://app.example.test/authgear/callback/",
                "https://app.example.test/authgear/",
                "https://APP.example.test/authgear/callback",
                "http://app.example.test/authgear/callback",
                "https://app.example.test:443/authgear/callback",
                "https://app.example.test/cb?a=b",
                "https://app.example.test/cb#c",
                "https://evil.example/",
                "//evil.example",
                "javascript:alert(1)"
            })
    void anotherRedirectUriIsRefusedWithoutARedirect(String uri) throws IOException {
        RawResponse response = nobody.get(REQUEST.replace(Visitor.encode(BACK), Visitor.encode(uri)));
        assertRefused(response, "invalid_request", "redirect URI is not allowed", "redirect_uri", uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "App", "mallory", "a\nb"})
    void anotherClientIsRefusedWithoutARedirect(String id) throws IOException {
        RawResponse response = nobody.get(REQUEST.replace("client_id=app", "client_id=" + Visitor.encode(id)));
        assertRefused(response, "unauthorized_client", "invalid client ID", "client_id", id.replace('\n', ' '));
    }

    private static void assertRefused(RawResponse response, String error, String why, String name, String value) {
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers("Location")).isEmpty();
        assertThat(response.header("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(response.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.body())
                .isEqualTo("Invalid OAuth authorization request:\nerror: " + error + "\nerror_description: " + why
                        + "\nresolver-stub: this " + name + " is not registered: " + value + "\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            response_type=none | response_type=code | unauthorized_client | response type is not allowed for this client
            response_type=none | x=y                | unauthorized_client | response type is not allowed for this client
            scope=openid       | x=y                | invalid_request     | scope is required
            scope=openid       | scope=             | invalid_request     | scope is required
            scope=openid       | scope=openid&prompt=none+login     | invalid_request | prompt cannot have other values when none is set
            scope=openid       | scope=openid&prompt=none&max_age=0 | invalid_request | max_age could imply prompt=login so max_age cannot be present when prompt=none
            scope=openid       | scope=openid&prompt=none           | login_required  | authentication required
            scope=openid       | scope=openid&id_token_hint=        | server_error    | internal server error
            scope=openid       | scope=openid&id_token_hint=x.y.z   | server_error    | internal server error
            scope=openid       | scope=openid&login_hint=erin       | invalid_request | invalid login_hint: erin
            """)
    void otherErrorsAreToldToTheApplication(String part, String replacement, String error, String description)
            throws IOException {
        String request = REQUEST.replace(part, replacement);
        String told = BACK + "?error=" + error + "&error_description=" + Visitor.encode(description);
        assertError(nobody.get(request), told + "&state=s1");
        assertError(nobody.get(request.replace("&state=s1", "")), told);
    }

    private static void assertError(RawResponse response, String location) {
        assertThat(response.status()).isEqualTo(303);
        assertThat(response.headers("Location")).containsExactly(location);
        assertThat(response.headers("Set-Cookie")).isEmpty();
    }

    @Test
    void aHintThatWasChangedIsBroken() throws IOException {
        String hint = fresh("erin");
        assertThat(nobody.get(REQUEST + hint + "A").header("Location").orElse(""))
                .contains("error=server_error");
        assertThat(nobody.get(REQUEST + hint).status()).isEqualTo(200);
        assertThat(nobody.get(REQUEST + fresh("mallory")).header("Location").orElse(""))
                .contains("error=server_error");
    }

    @ParameterizedTest
    @CsvSource({
        "session=erin, true",
        "session=erin.session, true",
        "session=gone, false",
        "session=dave, false",
        "session=heidi, false",
        "x=y, false"
    })
    void promptNone(String cookie, boolean live) throws IOException {
        Visitor visitor = Visitor.at(stub, "Cookie: " + cookie);
        RawResponse response = visitor.get(REQUEST + "&prompt=none");
        if (live) {
            assertBackWithoutCookie(response);
            assertThat(visitor.get(REQUEST + "&prompt=none" + fresh("bob"))
                            .header("Location")
                            .orElse(""))
                    .as("a hint of somebody else")
                    .contains("error=login_required");
        } else {
            assertThat(response.header("Location").orElse("")).contains("error=login_required");
        }
    }

    /** The old cookie dies, and another user may log in. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            &prompt=login  | none
            &max_age=0     | none
            &max_age=99999 | none
            &prompt=login  | openid
            &prompt=login  | other client
            &prompt=login  | old
            &max_age=0     | openid
            &max_age=60    | other client
            &max_age=60    | old
            """)
    void aFullLogin(String parameters, String hint) throws IOException {
        String request = REQUEST + parameters + hint(hint, "erin");
        for (String user : List.of("erin", "bob")) {
            try (ResolverStub own = stub().start()) {
                assertFullLogin(own, "session=erin", request, user);
            }
            try (ResolverStub own = stub().start()) {
                Visitor anybody = Visitor.at(own);
                String old = Visitor.session(anybody.submit(anybody.get(REQUEST), "user=erin"));
                assertFullLogin(own, old, request, user);
            }
        }
    }

    private static void assertFullLogin(ResolverStub stub, String old, String request, String user) throws IOException {
        Visitor erin = Visitor.at(stub, "Cookie: " + old);
        RawResponse login = erin.submit(erin.get(request), "user=" + user);
        assertBack(login);
        assertThat(Visitor.session(login)).isNotEqualTo(old);
        assertThat(Visitor.after(stub, login).outcome()).isEqualTo(user);
        assertThat(erin.outcome()).as("the old one").isEqualTo("false");
        assertThat(Visitor.at(stub, "Authorization: Bearer erin").outcome()).isEqualTo("erin");
    }

    /** One that does not serve for a re-authentication. */
    private static String hint(String kind, String user) {
        return switch (kind) {
            case "openid" -> hint(user, "app", Duration.ZERO, "openid", "offline_access");
            case "other client" -> hint(user, "other", Duration.ZERO, "openid", FULL);
            case "old" -> hint(user, "app", Duration.ofSeconds(301), "openid", FULL);
            default -> "";
        };
    }

    /** erin's login is two hours old. */
    @ParameterizedTest
    @ValueSource(strings = {"&prompt=login", "&max_age=0", "&max_age=7100", "&prompt=login&max_age=99999"})
    void aReauthentication(String parameters) throws IOException {
        long before = Instant.now().getEpochSecond();
        Visitor erin = Visitor.at(stub, "Cookie: session=erin");
        RawResponse page = erin.get(REQUEST + parameters + hint("erin", "app", Duration.ofSeconds(290), FULL));
        assertThat(page.body())
                .contains("<h1>Log in again</h1>", "the session cookie stays what it is", "value=\"erin\"")
                .doesNotContain("value=\"bob\"");
        assertBackWithoutCookie(erin.submit(page, "user=erin"));
        assertThat(erin.authenticatedAt()).isBetween(before, Instant.now().getEpochSecond());
    }

    @Test
    void aReauthenticationReplacesTheMethods() throws IOException {
        Visitor alice = Visitor.after(stub, logIn(nobody, REQUEST, "alice"));
        assertThat(alice.resolve().header("X-Authgear-Session-Amr"))
                .contains("mfa otp pwd x_primary_password x_secondary_totp");
        assertBackWithoutCookie(logIn(alice, REQUEST + "&prompt=login" + fresh("alice"), "alice"));
        assertThat(alice.resolve().header("X-Authgear-Session-Amr")).contains("pwd x_primary_password");
    }

    /** Counted from the login, not from the hint. */
    @Test
    void aMaxAgeThatHasNotElapsedLeadsStraightBack() throws IOException {
        Visitor erin = Visitor.at(stub, "Cookie: session=erin");
        long before = erin.authenticatedAt();
        assertBackWithoutCookie(erin.get(REQUEST + "&max_age=7300" + fresh("erin")));
        assertBackWithoutCookie(erin.get(REQUEST + "&max_age=7300" + hint("old", "erin")));
        assertBackWithoutCookie(erin.get(REQUEST + fresh("erin")));
        assertThat(erin.authenticatedAt()).isEqualTo(before);
        assertThat(erin.get(REQUEST + "&max_age=7100" + fresh("erin")).status()).isEqualTo(200);
    }

    /** It looks well, and an application that only waits for a younger login goes round in circles. */
    @Test
    void aHintOfSomebodyElse() throws IOException {
        Visitor bob = Visitor.at(stub, "Cookie: session=bob");
        RawResponse before = bob.resolve();
        assertBackWithoutCookie(logIn(bob, REQUEST + "&prompt=login" + fresh("erin"), "erin"));
        assertThat(bob.resolve().lines()).containsAll(linesOf(before));
        assertThat(bob.get(REQUEST + fresh("erin")).body())
                .as("nothing asks for a new login")
                .contains("<h1>Log in</h1>", "value=\"bob\"");
        assertBackWithoutCookie(logIn(nobody, REQUEST + "&max_age=0" + fresh("erin"), "erin"));
        assertThat(nobody.outcome()).isEqualTo("none");
    }

    private static List<String> linesOf(RawResponse response) {
        return response.lines().stream()
                .filter(line -> line.startsWith("X-Authgear"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            &x_sso_enabled=true  | true
            ''                   | true
            &x_sso_enabled=      | true
            &x_sso_enabled=false | false
            """)
    void withoutSingleSignOnThereIsNoCookie(String parameter, boolean cookie) throws IOException {
        String request = REQUEST.replace("&x_sso_enabled=true", parameter) + "&prompt=login";
        Visitor bob = Visitor.after(stub, logIn(nobody, REQUEST, "bob"));
        RawResponse login = logIn(bob, request, "erin");
        assertBack(login);
        assertThat(login.headers("Set-Cookie")).hasSize(cookie ? 2 : 0);
        assertThat(bob.outcome()).isEqualTo(cookie ? "false" : "bob");
    }

    @Test
    void signUpIsSaidAndNotShown() throws IOException {
        String note = "The real server shows its sign-up page here";
        String request = REQUEST.replace("&x_page=login", "");
        assertThat(nobody.get(request).body()).contains(note);
        assertThat(nobody.get(REQUEST).body()).doesNotContain(note);
        assertThat(Visitor.at(stub, "Cookie: session=bob").get(request).body()).doesNotContain(note);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            email=erin%2540example.test    | true  | erin
            username=erin                  | true  | erin
            email=erin%2540example.test    | false | erin
            username=mallory               | true  | ''
            """)
    void aLoginHint(String loginId, boolean enforced, String first) throws IOException {
        String hint = "&login_hint=https%3A%2F%2Fauthgear.com%2Flogin_hint%3Ftype%3Dlogin_id%26"
                + loginId.replace("=", "%3D") + (enforced ? "%26enforce%3Dtrue" : "");
        RawResponse page = nobody.get(REQUEST + "&prompt=login" + hint);
        String users = page.body().replaceAll("(?s)^.*?<input[^>]*>", "");
        assertThat(users.replaceAll("(?s).*?name=\"user\" value=\"([a-z]+)\".*", "$1")
                        .strip())
                .isEqualTo(first.isEmpty() ? users.strip() : first);
        assertThat(users.contains("value=\"bob\"")).isNotEqualTo(enforced);
        RawResponse bob = nobody.submit(page, "user=bob");
        assertThat(bob.status()).isEqualTo(enforced ? 200 : 303);
        assertThat(bob.headers("Set-Cookie")).hasSize(enforced ? 0 : 2);
    }

    @Test
    void whoHasASessionMayContinue() throws IOException {
        Visitor erin = Visitor.at(stub, "Cookie: session=erin");
        RawResponse page = erin.get(REQUEST);
        assertThat(page.body()).contains("Continue as erin", "value=\"bob\"");
        assertBackWithoutCookie(erin.submit(page, "continue=yes"));
        assertThat(nobody.submit(erin.get(REQUEST), "continue=yes").body())
                .contains("The session has ended meanwhile.");
        String hint = "&login_hint=https://authgear.com/login_hint?type%3Dlogin_id%26username%3Derin";
        assertThat(erin.get(REQUEST + hint).body()).contains("value=\"erin\"").doesNotContain("Continue as");
        RawResponse login = erin.get(REQUEST + "&prompt=login");
        assertThat(login.body()).doesNotContain("Continue as");
        assertThat(erin.submit(login, "continue=yes").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"user=mallory", "user=", "x=y", "user=dave", "user=heidi", "user=<script>"})
    void whoCannotLogInIsToldSoAndMayTryAgain(String fields) throws IOException {
        RawResponse refused = nobody.submit(nobody.get(REQUEST), fields);
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.headers("Set-Cookie")).isEmpty();
        assertThat(refused.body())
                .containsPattern("<p role=\"alert\">(There is no such user|This account is disabled)");
        assertThat(refused.body()).doesNotContain("mallory", "<script");
        String id = refused.body().replaceAll("(?s).*name=\"authorization\" value=\"([^\"]*)\".*", "$1");
        assertBack(nobody.post("/oauth2/authorize", "authorization=" + id + "&user=bob"));
    }

    @Test
    void whoCannotReauthenticateIsToldSo() throws IOException {
        RawResponse refused = logIn(nobody, REQUEST + "&prompt=login" + fresh("frank"), "frank");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("nothing to re-authenticate with");
    }

    @Test
    void aReauthenticationIsOfThatUserOnly() throws IOException {
        RawResponse refused = logIn(nobody, REQUEST + "&prompt=login" + fresh("erin"), "bob");
        assertThat(refused.status()).isEqualTo(200);
        assertThat(refused.body()).contains("There is no such user");
    }

    @Test
    void aFormIsGoodOnceAndSaysNothingOfWhereItLeads() throws IOException {
        RawResponse page = nobody.get(REQUEST);
        assertBack(nobody.submit(page, "user=bob&redirect_uri=https://evil.example&state=evil&return=//evil.example"));
        assertEnded(nobody.submit(page, "user=bob"));
        assertEnded(nobody.post("/oauth2/authorize", "authorization=x&user=bob"));
        assertEnded(nobody.post(REQUEST, "user=bob"));
        assertEnded(nobody.post(REQUEST, "x=" + "y".repeat(9_000)));
    }

    private static void assertEnded(RawResponse response) {
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.headers("Location")).isEmpty();
        assertThat(response.headers("Set-Cookie")).isEmpty();
        assertThat(response.body()).contains("This page is no longer open.");
    }

    @Test
    void thePolicyAllowsTheWayBack() throws IOException {
        RawResponse page = nobody.get(REQUEST);
        assertThat(page.header("Content-Security-Policy").orElse(""))
                .contains("; form-action 'self' https://app.example.test/;");
        assertThat(page.body())
                .contains("<html lang=\"en\">", "<title>Log in (stub)</title>", "<link rel=\"icon\" href=\"data:,\">")
                .contains("frank", "verified · cannot re-authenticate · no roles")
                .doesNotContain("{{", "<script", "app.example.test");
    }

    /** An application that learns its port after the stub has started. */
    @Test
    void aClientOfLater() throws IOException {
        String request = REQUEST.replace("client_id=app", "client_id=late");
        assertThat(nobody.get(request).status()).isEqualTo(400);
        stub.client("late", List.of(BACK), List.of());
        assertThat(nobody.get(request).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cb", "app:/cb", "https:cb", "https://a b/", "javascript:alert(1)", "https:///cb"})
    void aClientHasUrisOfTheWeb(String uri) {
        assertThatThrownBy(() -> stub.client("x", List.of(uri), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> stub.client("x", List.of(), List.of(uri)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** It proves nothing to the resolver. */
    @Test
    void anIdTokenIsNoSession() throws IOException {
        String origin = "X-Forwarded-Host: auth.example.test";
        String idToken = ResolverStub.idToken("erin", "http://auth.example.test", List.of("openid", FULL));
        assertThat(Visitor.at(stub, origin, "Authorization: Bearer " + idToken).outcome())
                .isEqualTo("none");
        String accessToken = ResolverStub.jwt("erin", "http://auth.example.test");
        assertThat(Visitor.at(stub, origin, "Authorization: Bearer " + accessToken)
                        .outcome())
                .isEqualTo("erin");
    }
}
