package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Three properties send browsers to the login and back; with CSRF protection on, and without an HTTP session. */
@ExtendWith(OutputCaptureExtension.class)
final class LoginTests {
    private static final String[] PROPERTIES = {
        "authgear.headers.login.endpoint=https://auth.example.com",
        "authgear.headers.login.client-id=shop",
        "authgear.headers.login.base-url=https://www.example.com"
    };
    private static final Setup LOGIN =
            SharedApplications.DEFAULT.with(StepUpController.class).with(PROPERTIES);
    private static final Setup OWN_CHAINS = Setup.secret().with(OwnChains.class).with(PROPERTIES);
    private static final String[] NAVIGATION = {"Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document"};
    private static final String AUTHORIZE = "https://auth.example.com/oauth2/authorize?client_id=shop&";

    private final AuthgearPrincipal old = alice(Instant.now().minusSeconds(3_600));
    private final AuthgearPrincipal fresh = alice(Instant.now());

    @ParameterizedTest
    @EnumSource
    void navigationOfNobodyComesBackToItsPage(Container container) throws IOException {
        for (Setup setup : new Setup[] {LOGIN, OWN_CHAINS}) {
            Application application = setup.on(container);
            RawResponse away = application.send(Requests.nobody("/me?x=1").with(NAVIGATION));
            assertThat(away.status()).isEqualTo(302);
            assertThat(away.header("Location").orElseThrow()).startsWith(AUTHORIZE);
            RawResponse back = application.send(back(away, fresh));
            assertThat(back.status()).isEqualTo(302);
            assertThat(back.header("Location")).hasValue("https://www.example.com/me?x=1");
            assertThat(application
                            .send(Requests.invalid("/me").with(NAVIGATION))
                            .status())
                    .isEqualTo(302);
        }
    }

    @ParameterizedTest
    @EnumSource
    void otherRequestsOfNobodyAndRefusedOnesKeepThe401(Container container) throws IOException {
        Application application = LOGIN.on(container);
        RawResponse plain = application.send(Requests.nobody("/me"));
        assertThat(plain.status()).isEqualTo(401);
        assertThat(plain.body()).contains("\"login\":\"https://www.example.com/authgear/login\"");
        RawRequest forged = Requests.forged(fresh, "/me").with(Requests.COOKIE_LINE);
        assertThat(application.send(forged.with(NAVIGATION)).comparable()).isEqualTo(plain.comparable());
    }

    @ParameterizedTest
    @EnumSource
    void formOfNobodyIsSentToTheLoginBeforeItsTokenIsMissed(Container container) throws IOException {
        RawResponse away = LOGIN.on(container)
                .send(Requests.nobody("/me").by("POST").with(NAVIGATION).with("Referer: https://www.example.com/cart"));
        assertThat(away.status()).isEqualTo(303);
        assertThat(LOGIN.on(container).send(back(away, fresh)).header("Location"))
                .hasValue("https://www.example.com/cart");
    }

    @ParameterizedTest
    @EnumSource
    void oldLoginIsSentToTheLoginAndAnotherUserIsToldSo(Container container) throws IOException {
        Application application = LOGIN.on(container);
        RawRequest transfer = Requests.inBrowser(old, "GET", "/transfer");
        RawResponse away = application.send(transfer.with(NAVIGATION));
        assertThat(away.status()).isEqualTo(302);
        assertThat(application.status(transfer)).isEqualTo(401);
        assertThat(application.send(back(away, fresh)).header("Location")).hasValue("https://www.example.com/transfer");
        RawResponse other = application.send(back(away, Requests.BOB));
        assertThat(other.header("Location")).isEmpty();
        assertThat(other.body()).contains("Another user has logged in");
        assertThat(application.status(
                        Requests.inBrowser(fresh, "GET", "/transfer").with(NAVIGATION)))
                .isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void logoutNeedsATokenAndEndsTheSessionAtAuthgear(Container container) throws IOException {
        for (Setup setup : new Setup[] {LOGIN, OWN_CHAINS}) {
            Application application = setup.on(container);
            RawRequest logout = Requests.inBrowser(fresh, "POST", "/logout").with(NAVIGATION);
            assertThat(application.status(logout)).isEqualTo(403);
            RawResponse page = application.send(Requests.inBrowser(fresh, "GET", "/token"));
            String cookie = page.header("Set-Cookie").orElseThrow().split(";", 2)[0];
            RawResponse answer = application.send(logout.with("Cookie: " + cookie, "X-XSRF-TOKEN: " + page.body()));
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location"))
                    .hasValue("https://auth.example.com/oauth2/end_session"
                            + "?post_logout_redirect_uri=https%3A%2F%2Fwww.example.com%2F");
        }
    }

    @Test
    void withoutTheLoginTheDefaultChainHasNoLogout() throws IOException {
        Application application = SharedApplications.DEFAULT.on(Container.TOMCAT);
        assertThat(application.status(Requests.as(fresh, "/logout").by("POST"))).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"endpoint", "client-id", "base-url"})
    void missingPropertyIsNamed(String name, CapturedOutput output) {
        String[] others = Arrays.stream(PROPERTIES)
                .filter(property -> !property.contains("." + name + "="))
                .toArray(String[]::new);
        StartFailure.of(Setup.secret().with(others), Container.TOMCAT, output)
                .contains("The property authgear.headers.login." + name + " is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"endpoint=https://auth.example.com/a", "base-url=www.example.com", "signing-key=sh0rt-key"})
    void valueThatCannotBeMeantIsNamed(String property, CapturedOutput output) {
        StartFailure.of(
                        Setup.secret().with(PROPERTIES).with("authgear.headers.login." + property),
                        Container.TOMCAT,
                        output)
                .contains("The properties authgear.headers.login.* cannot be used: ")
                .doesNotContain("sh0rt-key");
    }

    @Test
    void somethingMustSign(CapturedOutput output) throws IOException {
        Setup addresses =
                Setup.bare().with("authgear.headers.trusted-proxies=127.0.0.1").with(PROPERTIES);
        StartFailure.of(addresses, Container.TOMCAT, output).contains("authgear.headers.login.signing-key=");
        String key = "fedcba9876543210fedcba9876543210";
        try (Application application =
                addresses.with("authgear.headers.login.signing-key=" + key).start(Container.TOMCAT)) {
            assertThat(application.send(Requests.nobody("/me").with(NAVIGATION)).status())
                    .isEqualTo(302);
        }
        assertThat(output).doesNotContain(key);
    }

    /** The browser, with the cookie that it got on the way out. */
    private static RawRequest back(RawResponse away, AuthgearPrincipal user) {
        String state = away.header("Location").orElseThrow().replaceAll(".*state=", "");
        String cookie = away.headers("Set-Cookie").stream()
                .filter(line -> line.startsWith("__Host-authgear-login-" + state))
                .findFirst()
                .orElseThrow();
        return Requests.inBrowser(user, "GET", "/authgear/callback?state=" + state)
                .with(NAVIGATION)
                .replacing("Cookie: session=alice; " + cookie.split(";", 2)[0]);
    }

    private static AuthgearPrincipal alice(Instant login) {
        return AuthgearPrincipal.builder("alice")
                .canReauthenticate(true)
                .authenticatedAt(login)
                .build();
    }
}
