package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.ProxyTrust;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a socket: the way to the login and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LoginTests {
    private static final String BASE = "https://www.example.com";
    private static final String COOKIE = "__Host-authgear-login-";
    private static final AuthgearPrincipal OLD = StepUpServer.user(301);
    private static final AuthgearPrincipal FRESH = StepUpServer.user(0);

    private final SettableClock clock = new SettableClock();
    private final StepUpServer.Counter application = new StepUpServer.Counter();
    private final RecordingLogger logger = new RecordingLogger();
    private final JettyServer server =
            server(AuthgearLogin.builder(URI.create("https://auth.example.com"), "shop", URI.create(BASE)));
    private final LoginBrowser browser = new LoginBrowser(server, clock);

    private JettyServer server(AuthgearLogin.Builder login) {
        return StepUpServer.with(
                        options -> {
                            options.login(login.build())
                                    .publicPaths("/open", "/forward")
                                    .clock(clock);
                            options.log = new RefusalLog(logger, clock);
                        },
                        StepUpFilter.builder()
                                .requireRecent(Duration.ofMinutes(5), "/transfer")
                                .requireAmr("mfa", "/vault"))
                .servlet("/*", application)
                .servlet("/forward", DispatchingServlets.forward("/member"))
                .servlet("/member", new Member());
    }

    @BeforeAll
    void start() throws Exception {
        server.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void newBrowser() {
        clock.now = StepUpServer.NOW;
        application.reached.set(0);
        logger.lines().clear();
        browser.logIn(null).cookies().clear();
    }

    @Test
    void navigationIsSentToTheLoginAndComesBackToItsPage() throws IOException {
        RawResponse away = browser.open("/cart?item=1&x=%C3%A9");
        assertThat(away.status()).isEqualTo(302);
        assertThat(away.headers("Cache-Control")).containsExactly("no-store");
        assertThat(away.header("Location").orElseThrow())
                .startsWith("https://auth.example.com/oauth2/authorize?client_id=shop"
                        + "&redirect_uri=https%3A%2F%2Fwww.example.com%2Fauthgear%2Fcallback&response_type=none"
                        + "&scope=openid&x_sso_enabled=true&prompt=login&x_page=login&state=");
        assertThat(away.headers("Set-Cookie"))
                .singleElement()
                .asString()
                .matches(COOKIE
                        + "[\\w-]{22}=[\\w-]{43}\\.[\\w-]+; Max-Age=1800; Path=/; HttpOnly; SameSite=Lax; Secure");

        RawResponse back = browser.logIn(FRESH).comeBack(away);
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.header("Location")).hasValue(BASE + "/cart?item=1&x=%C3%A9");
        assertThat(browser.cookies()).containsOnlyKeys("__Host-authgear-returned");
        assertThat(browser.open("/cart").status()).isEqualTo(200);
    }

    @Test
    void invalidSessionIsSentThereToo() throws IOException {
        RawRequest navigation = Requests.invalid("/cart").with("Accept: text/html");
        assertThat(server.client().send(navigation).status()).isEqualTo(302);
    }

    @Test
    void publicPageIsShown() throws IOException {
        assertThat(browser.open("/open").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Accept: */*",
                "Accept: application/json",
                "Accept: text/html\nX-Requested-With: XMLHttpRequest",
                "Accept: text/html\nSec-Fetch-Mode: cors\nSec-Fetch-Dest: empty",
                "Accept: text/html\nSec-Fetch-Mode: navigate\nSec-Fetch-Dest: iframe",
                "Accept: text/html\nSec-Fetch-Mode: no-cors\nSec-Fetch-Dest: image",
                "Accept: text/html\nAuthorization: Bearer wrong",
                "Sec-Fetch-Mode: navigate\nSec-Fetch-Dest: document\nSec-Purpose: prefetch;prerender"
            })
    void otherRequestsKeepThe401WithTheAddressOfTheLogin(String lines) throws IOException {
        RawResponse response = browser.send(RawRequest.get("/cart", lines.split("\n")));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers("Set-Cookie")).isEmpty();
        assertThat(response.body()).contains(",\"login\":\"https://www.example.com/authgear/login\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "PUT", "OPTIONS"})
    void otherMethodsKeepThe401(String method) throws IOException {
        assertThat(browser.send(RawRequest.of(method, "/cart", "Accept: text/html"))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cart", "/authgear/login", "/authgear/callback", "/authgear/logout"})
    void refusedHeadersKeepThe401OnEveryPath(String path) throws IOException {
        RawRequest forged = Requests.forged(FRESH, path).with("Accept: text/html", "Cookie: session=x");
        RawResponse response = server.client().send(forged);
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.comparable())
                .isEqualTo(browser.send(RawRequest.get("/cart")).comparable());
    }

    @Test
    void formPostComesBackToThePageOfTheForm() throws IOException {
        RawResponse away = browser.post("/order", "Referer: " + BASE + "/cart?item=1");
        assertThat(away.status()).isEqualTo(303);
        assertThat(browser.logIn(FRESH).comeBack(away).header("Location")).hasValue(BASE + "/cart?item=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/cart",
                "https://www.example.com.evil.example/cart",
                "http://www.example.com/cart",
                "https://www.example.com"
            })
    void formOfAnotherSiteComesBackToTheStartPage(String referer) throws IOException {
        RawResponse away = browser.post("/order", "Referer: " + referer);
        assertThat(browser.logIn(FRESH).comeBack(away).header("Location")).hasValue(BASE + "/");
    }

    @Test
    void oldLoginIsRenewedByTheSameUser() throws IOException {
        browser.logIn(OLD);
        assertThat(browser.open("/account").status()).isEqualTo(200);
        RawResponse away = browser.post("/transfer", "Referer: " + BASE + "/account");
        assertThat(away.status()).isEqualTo(303);
        RawResponse back = browser.logIn(FRESH).comeBack(away);
        assertThat(back.header("Location")).hasValue(BASE + "/account");
        assertThat(browser.post("/transfer").status()).isEqualTo(200);
        assertThat(application.reached).hasValue(2);
    }

    @Test
    void oldLoginOfAnApiCallKeepsTheChallengeWithTheAddressOfTheLogin() throws IOException {
        RawResponse response = browser.logIn(OLD).send(RawRequest.get("/transfer", "Accept: application/json"));
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.header("WWW-Authenticate").orElseThrow()).contains("insufficient_user_authentication");
        assertThat(response.body())
                .contains("\"max_age\":300", ",\"login\":\"https://www.example.com/authgear/login?step_up=true\"}");
    }

    @Test
    void anotherUserIsToldSo() throws IOException {
        RawResponse away = browser.logIn(OLD).open("/transfer?to=bob");
        AuthgearPrincipal bob = AuthgearPrincipal.builder("bob")
                .canReauthenticate(true)
                .authenticatedAt(StepUpServer.NOW)
                .build();
        RawResponse back = browser.logIn(bob).comeBack(away);
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.header("Location")).isEmpty();
        assertThat(back.body()).contains("Another user has logged in", "href=\"" + BASE + "/\"");
        assertThat(application.reached).hasValue(0);
    }

    @Test
    void scriptStartsAStepUpThatComparesUsersAsWell() throws IOException {
        RawResponse away = browser.logIn(OLD).open("/authgear/login?step_up=true&return_to=/cart");
        assertThat(browser.comeBack(away).status()).isEqualTo(403);
        away = browser.open("/authgear/login?step_up=true&return_to=/cart");
        assertThat(browser.logIn(FRESH).comeBack(away).header("Location")).hasValue(BASE + "/cart");
        away = browser.open("/authgear/login?return_to=/cart");
        assertThat(browser.comeBack(away).header("Location")).hasValue(BASE + "/cart");
        away = browser.logIn(null).open("/authgear/login?step_up=true&return_to=/cart");
        assertThat(browser.logIn(OLD).comeBack(away).header("Location")).hasValue(BASE + "/cart");
    }

    @Test
    void pageThatSeesAnOldLoginAfterTheCallbackDidNotIsNoLoop() throws IOException {
        RawResponse away = browser.logIn(OLD).open("/transfer");
        browser.logIn(FRESH).comeBack(away);
        RawResponse second = browser.logIn(OLD).open("/transfer");
        assertThat(second.status()).isEqualTo(403);
        assertThat(second.body()).contains("The login is not new");
    }

    @Test
    void loginByPasswordAloneIsNoLoopWhereAMethodIsRequired() throws IOException {
        RawResponse away = browser.logIn(OLD).open("/vault");
        assertThat(away.status()).isEqualTo(302);
        RawResponse back = browser.logIn(StepUpServer.user(0, "pwd")).comeBack(away);
        assertThat(back.header("Location")).hasValue(BASE + "/vault");
        RawResponse refused = browser.open("/vault");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("factor_unavailable");
        assertThat(refused.header("Location")).isEmpty();
        assertThat(browser.logIn(StepUpServer.user(0, "mfa")).open("/vault").body())
                .isEqualTo("done");
    }

    @Test
    void sameLoginIsNoNewOne() throws IOException {
        RawResponse away = browser.logIn(OLD).open("/transfer");
        RawResponse back = browser.comeBack(away);
        assertThat(back.status()).isEqualTo(403);
        assertThat(back.body()).contains("The login is not new");
    }

    @Test
    void userWhoCannotLogInAgainIsNotSentThere() throws IOException {
        AuthgearPrincipal stuck = AuthgearPrincipal.builder("alice")
                .authenticatedAt(StepUpServer.NOW.minusSeconds(301))
                .build();
        assertThat(browser.logIn(stuck).open("/transfer").status()).isEqualTo(403);
    }

    @Test
    void browserWithoutASessionAfterTheLoginIsToldWhy() throws IOException {
        // Later than what other tests have logged, which counts for a minute.
        clock.now = StepUpServer.NOW.plus(Duration.ofHours(1));
        RawResponse back = browser.comeBack(browser.open("/cart?a=1&b=2"));
        assertThat(back.status()).isEqualTo(401);
        assertThat(back.headers("WWW-Authenticate")).containsExactly("Bearer");
        assertThat(back.headers("Content-Type")).singleElement().asString().startsWith("text/html");
        assertThat(back.body())
                .contains("http.cookie_domain", "cookie_prefix", "proxy")
                .contains("href=\"" + BASE + "/cart?a=1&amp;b=2\"");
        assertThat(back.headers("Cache-Control")).containsExactly("no-store");
        assertThat(back.headers("Content-Security-Policy"))
                .containsExactly("default-src 'none'; img-src data:; frame-ancestors 'none'");
        assertThat(back.headers("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(back.headers("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(logger.lines())
                .filteredOn(line -> line.startsWith("WARNING"))
                .singleElement()
                .asString()
                .contains("code=login_without_session header=Cookie peer=127.0.0.1", "http.cookie_domain");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void callbackThatNoLoginBeganChangesNothing() throws IOException {
        assertThat(browser.open("/authgear/callback").status()).isEqualTo(401);
        browser.logIn(FRESH).open("/authgear/callback");
        assertThat(browser.cookies()).isEmpty();
        assertThat(logger.lines()).noneMatch(line -> line.startsWith("WARNING"));
        assertThat(browser.logIn(null).open("/cart").status()).isEqualTo(302);
    }

    @Test
    void publicPageThatForwardsToAPageOfUsersComesBackToItself() throws IOException {
        RawResponse away = browser.open("/forward?a=b");
        assertThat(away.status()).isEqualTo(302);
        assertThat(browser.logIn(FRESH).comeBack(away).header("Location")).hasValue(BASE + "/forward?a=b");
        assertThat(browser.open("/forward").body()).isEqualTo("member");
    }

    /** As Spring's filter for forwarded headers does it. */
    @Test
    void prefixThatTheProxyRemovesStandsInTheBaseUrlAlone() throws Exception {
        AuthgearHeadersFilter filter = AuthgearHeadersFilter.builder(Requests.secret())
                .clock(clock)
                .login(AuthgearLogin.builder(URI.create("https://auth.example.com"), "shop", URI.create(BASE + "/shop"))
                        .build())
                .build();
        try (JettyServer behind = JettyServer.withoutFilter()
                .context(context -> context.addServletContainerInitializer((classes, app) -> {
                    AuthgearIdentityFilter.register(app, new Prefixed());
                    filter.register(app);
                }))
                .servlet("/*", application)
                .start()) {
            LoginBrowser visitor = new LoginBrowser(behind, clock);
            RawResponse away = visitor.open("/cart");
            assertThat(visitor.logIn(FRESH).comeBack(away).header("Location")).hasValue(BASE + "/shop/cart");
            assertThat(visitor.open("/cart").body()).isEqualTo("done");
        }
    }

    @Test
    void pageThatSeesNoSessionAfterTheCallbackDidIsNoLoop() throws IOException {
        RawResponse away = browser.open("/cart");
        browser.logIn(FRESH).comeBack(away);
        RawResponse second = browser.logIn(null).open("/cart");
        assertThat(second.status()).isEqualTo(401);
        assertThat(second.header("Location")).isEmpty();
        assertThat(second.body()).contains("href=\"" + BASE + "/cart\"");
        assertThat(browser.open("/cart").status()).isEqualTo(302);
    }

    @Test
    void browserThatHasComeBackLongAgoIsSentAgain() throws IOException {
        RawResponse away = browser.open("/cart");
        browser.logIn(FRESH).comeBack(away);
        clock.now = StepUpServer.NOW.plusSeconds(29);
        assertThat(browser.logIn(null).cookies()).isNotEmpty();
        clock.now = StepUpServer.NOW.plusSeconds(30);
        assertThat(browser.open("/cart").status()).isEqualTo(302);
    }

    @Test
    void errorOfAuthgearIsToldWithoutItsText() throws IOException {
        RawResponse away = browser.open("/cart");
        RawResponse back = browser.open(
                "/authgear/callback?error=access_denied&error_description=%3Cb%3E&state=" + LoginBrowser.state(away));
        assertThat(back.status()).isEqualTo(400);
        assertThat(back.body()).contains("The login was not completed").doesNotContain("access_denied", "<b>");
    }

    /** Each change of the cookie and of the parameter, and each way to come back without them. */
    static Stream<String> forgeries() {
        return Stream.concat(
                Stream.of("replayed", "expired", "another browser", "no state", "two states", "name"),
                IntStream.range(0, 60).mapToObj(i -> "change " + i));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void forgedReturnEndsAtTheStartPage(String forgery) throws IOException {
        RawResponse away = browser.open("/cart");
        String state = LoginBrowser.state(away);
        String name = COOKIE + state;
        String value = browser.cookies().getOrDefault(name, "");
        browser.logIn(FRESH);
        String target = "/authgear/callback?state=" + state;
        switch (forgery) {
            case "replayed" -> browser.open(target);
            case "expired" -> clock.now = StepUpServer.NOW.plus(Duration.ofMinutes(30));
            case "another browser" -> browser.cookies().clear();
            case "no state" -> target = "/authgear/callback";
            case "two states" -> target = "/authgear/callback?state=x&state=" + state;
            case "name" -> {
                String other = "A".repeat(22);
                browser.cookies().clear();
                browser.cookies().put(COOKIE + other, value);
                target = "/authgear/callback?state=" + other;
            }
            default -> browser.cookies().put(name, changed(value, new Random(forgery.hashCode())));
        }
        RawResponse back = browser.open(target);
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.header("Location")).hasValue(BASE + "/");
    }

    @Test
    void unchangedReturnEndsAtThePage() throws IOException {
        RawResponse away = browser.open("/cart");
        clock.now = StepUpServer.NOW.plus(Duration.ofMinutes(30)).minusSeconds(1);
        assertThat(browser.logIn(FRESH).comeBack(away).header("Location")).hasValue(BASE + "/cart");
    }

    /** One character replaced, removed or added. The last one of a code carries two bits that mean nothing. */
    private static String changed(String value, Random random) {
        StringBuilder changed = new StringBuilder(value);
        int at = random.nextInt(value.length() - 1);
        switch (random.nextInt(3)) {
            case 0 -> changed.setCharAt(at, value.charAt(at) == 'A' ? 'B' : 'A');
            case 1 -> changed.deleteCharAt(at);
            default -> changed.insert(at, value.charAt(at) == '.' ? 'A' : '.');
        }
        return changed.toString();
    }

    static Stream<String> pathsThatLeadElsewhere() {
        Stream<String> known = Stream.of(
                "/authgear/login?return_to=/a",
                "/authgear/logout",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "https:evil.example",
                "HTTPS://evil.example",
                "javascript:alert(1)",
                "evil.example",
                "@evil.example",
                ".evil.example",
                "/..//evil.example",
                "/../admin",
                "/a/../../b",
                "/%2e%2e/admin",
                "/%2F/evil.example",
                "/%5Cevil.example",
                "/%09/evil.example",
                "/a\r\nSet-Cookie: x=1",
                "/a\nLocation: //evil",
                "/a\u0000",
                "/a b",
                "/a\"b",
                "/a<b",
                "/a#b",
                "/a?b#c",
                "/a;b",
                "",
                " /a",
                "/" + "a".repeat(512),
                "/\u00e9",
                "/\u2215");
        Random random = new Random(14);
        String alphabet = "/\\.:;@?#%&=25FfeEcC evil\t\r\nhttps\u00e9";
        Stream<String> generated = Stream.generate(() -> random.ints(1 + random.nextInt(12), 0, alphabet.length())
                        .collect(
                                StringBuilder::new, (text, i) -> text.append(alphabet.charAt(i)), StringBuilder::append)
                        .toString())
                .limit(400);
        return Stream.concat(known, generated);
    }

    /** The oracle is a URL parser: where the browser ends is below the base, and no dot segment leads out of it. */
    @Test
    void noPathLeadsElsewhere() throws IOException {
        long elsewhere = 0;
        for (String path : pathsThatLeadElsewhere().toList()) {
            browser.logIn(null).cookies().clear();
            RawResponse away =
                    browser.open("/authgear/login?return_to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
            RawResponse back = browser.logIn(FRESH).comeBack(away);
            URI location = URI.create(back.header("Location").orElseThrow());
            assertThat(location.getScheme()).as(path).isEqualTo("https");
            assertThat(location.getRawAuthority()).as(path).isEqualTo("www.example.com");
            assertThat(location).as(path).isEqualTo(location.normalize());
            assertThat(location.getRawPath()).as(path).doesNotContain("//", "\\", "%2F", "%5C", ";");
            elsewhere += location.toString().equals(BASE + "/") ? 1 : 0;
        }
        assertThat(elsewhere).isBetween(300L, 430L);
    }

    @Test
    void queryThatIsTooLongIsLeftOut() throws IOException {
        RawResponse away = browser.open("/search?q=" + "a".repeat(600));
        assertThat(browser.logIn(FRESH).comeBack(away).header("Location")).hasValue(BASE + "/search");
    }

    @Test
    void pathOf8KibibytesIsAPlainError() throws IOException {
        RawResponse response = browser.open("/authgear/login?return_to=/" + "a".repeat(8192));
        assertThat(response.status()).isBetween(400, 499);
        assertThat(response.header("Location")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cart", "/cart?next=https://x.example/", "/a/b/", "/caf%C3%A9?q=a+b%20c", "/"})
    void pathOfTheApplicationIsKept(String path) throws IOException {
        RawResponse away = browser.open("/authgear/login?return_to=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        assertThat(browser.logIn(FRESH).comeBack(away).header("Location")).hasValue(BASE + path);
    }

    @Test
    void loginIsStartedByANavigationAlone() throws IOException {
        RawResponse image =
                browser.send(RawRequest.get("/authgear/login", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image"));
        assertThat(image.status()).isEqualTo(401);
        assertThat(browser.open("/authgear/login").status()).isEqualTo(302);
    }

    @Test
    void fiveNewestLoginsAreKept() throws IOException {
        List<RawResponse> begun = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clock.now = StepUpServer.NOW.plusSeconds(i);
            begun.add(browser.open("/page" + i));
        }
        assertThat(browser.cookies().keySet())
                .containsExactlyInAnyOrderElementsOf(begun.subList(3, 8).stream()
                        .map(away -> COOKIE + LoginBrowser.state(away))
                        .toList());
        assertThat(browser.logIn(FRESH).comeBack(begun.get(3)).header("Location"))
                .hasValue(BASE + "/page3");
    }

    @Test
    void cookiesOfLoginsStayBelow3Kibibytes() throws IOException {
        for (int i = 0; i < 8; i++) {
            clock.now = StepUpServer.NOW.plusSeconds(i);
            browser.open("/" + "a".repeat(510) + i);
            assertThat(browser.cookies().entrySet().stream()
                            .mapToLong(cookie ->
                                    cookie.getKey().length() + cookie.getValue().length())
                            .sum())
                    .isBetween(1L, 3_072L);
        }
        RawResponse last = browser.open("/last");
        assertThat(browser.cookies()).hasSizeBetween(3, 4);
        assertThat(browser.logIn(FRESH).comeBack(last).header("Location")).hasValue(BASE + "/last");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none", "Origin: " + BASE})
    void logoutEndsTheSessionAtAuthgear(String line) throws IOException {
        browser.open("/cart");
        RawResponse response = browser.logIn(FRESH).post("/authgear/logout", line);
        assertThat(response.status()).isEqualTo(303);
        assertThat(response.header("Location"))
                .hasValue("https://auth.example.com/oauth2/end_session"
                        + "?post_logout_redirect_uri=https%3A%2F%2Fwww.example.com%2F");
        assertThat(browser.cookies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: cross-site",
                "Origin: https://evil.example",
                "Origin: null",
                "X-Nothing: 1",
                "Sec-Fetch-Site: cross-site\nOrigin: " + BASE
            })
    void logoutByAnotherSiteIsRefused(String lines) throws IOException {
        RawResponse response = browser.logIn(FRESH).post("/authgear/logout", lines.split("\n"));
        assertThat(response.status()).isEqualTo(403);
        assertThat(response.body()).contains("\"code\":\"cross_site_logout\"");
    }

    @Test
    void logoutByGetIsAnOption() throws Exception {
        assertThat(browser.logIn(FRESH).open("/authgear/logout").body()).isEqualTo("done");
        AuthgearLogin.Builder login = AuthgearLogin.builder(
                        URI.create("https://auth.example.com"), "shop", URI.create(BASE))
                .logoutByGet(true);
        try (JettyServer linked = server(login).start()) {
            LoginBrowser visitor = new LoginBrowser(linked, clock);
            assertThat(visitor.open("/authgear/logout").status()).isEqualTo(303);
            RawRequest image = RawRequest.get("/authgear/logout", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: image");
            assertThat(visitor.send(image).status()).isEqualTo(401);
        }
    }

    @Test
    void addressesOfTheLoginBelongToItsContextAndToNoOtherSpelling() throws IOException {
        for (String target : List.of(
                "/authgear/callback/",
                "/authgear//callback",
                "/authgear/./callback",
                "/authgear/callback;x",
                "/authgear/%63allback",
                "/AUTHGEAR/callback",
                "/x/authgear/callback")) {
            assertThat(browser.send(RawRequest.get(target)).status()).as(target).isEqualTo(401);
        }
        assertThat(browser.send(RawRequest.get("/authgear/callback")).body()).contains("The login brought no session");
    }

    @Test
    void noAnswerCreatesAnHttpSession() throws IOException {
        RawResponse away = browser.open("/cart");
        RawResponse back = browser.logIn(FRESH).comeBack(away);
        assertThat(Stream.of(away, back).flatMap(answer -> answer.headers("Set-Cookie").stream()))
                .allMatch(cookie -> cookie.startsWith("__Host-authgear-"));
    }

    @Test
    void plainHttpHasCookiesWithoutSecureAndContextPathIsKept() throws Exception {
        AuthgearLogin.Builder login = AuthgearLogin.builder(
                URI.create("http://localhost:4000"), "shop", URI.create("http://localhost:8080/shop/"));
        try (JettyServer plain = server(login)
                .context(context -> context.setContextPath("/shop"))
                .start()) {
            LoginBrowser visitor = new LoginBrowser(plain, clock);
            RawResponse away = visitor.open("/shop/cart");
            assertThat(away.headers("Set-Cookie")).singleElement().asString().doesNotContain("Secure", "__Host-");
            RawResponse back = visitor.logIn(FRESH).open("/shop/authgear/callback?state=" + LoginBrowser.state(away));
            assertThat(back.header("Location")).hasValue("http://localhost:8080/shop/cart");
        }
    }

    @Test
    void secretOfBeforeStillReadsWhatItSigned() throws IOException {
        Map<String, String> kept = browser.cookies();
        RawResponse away = browser.open("/cart");
        String name = COOKIE + LoginBrowser.state(away);
        LoginState read = LoginState.read(
                name,
                kept.getOrDefault(name, ""),
                ProxyTrust.sharedSecret("n3w".repeat(9) + "-another-secret", Requests.SECRET),
                clock.instant());
        assertThat(read).isEqualTo(new LoginState("/cart", StepUpServer.NOW.getEpochSecond() + 1800, "", 0));
    }

    /** A page that requires a user itself, as the target of a forward does. */
    private static final class Member extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException, ServletException {
            if (AuthgearRequests.require(request, response).isPresent()) {
                response.getWriter().print("member");
            }
        }
    }

    /** Shows a context path that the proxy has removed. */
    private static final class Prefixed implements Filter {
        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            HttpServletRequest sent = (HttpServletRequest) request;
            chain.doFilter(
                    new HttpServletRequestWrapper(sent) {
                        @Override
                        public String getContextPath() {
                            return "/shop";
                        }

                        @Override
                        public String getRequestURI() {
                            return "/shop" + sent.getRequestURI();
                        }
                    },
                    response);
        }
    }

    /** A clock that a test sets. */
    private static final class SettableClock extends Clock {
        private volatile Instant now = StepUpServer.NOW;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
