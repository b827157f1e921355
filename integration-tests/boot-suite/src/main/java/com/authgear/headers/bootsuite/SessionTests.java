package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.bootsuite.Requests.ALICE_WITHOUT_ROLES;
import static com.authgear.headers.bootsuite.Requests.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The headers of each request decide, even if an HTTP session remembers another user. */
final class SessionTests {
    static final Setup SETUP =
            Setup.secret().with(LoginBeside.class).with(OwnUsers.class).with("authgear.headers.trust-roles=true");

    @ParameterizedTest
    @EnumSource
    void otherLoginWorksBesideUs(Container container) throws IOException {
        Application application = SETUP.on(container);
        RawRequest page = RawRequest.get("/staff/principal");
        assertThat(application.body(page.with(StaffLogin.cookieLine(application))))
                .isEqualTo("carol");
        assertThat(application.client().send(page).status()).isEqualTo(302);
        assertThat(StaffLogin.answer(application, "wrong").header("Location").orElse(""))
                .contains("error");
    }

    @ParameterizedTest
    @EnumSource
    void userOfTheSessionIsNobodyWithoutHeaders(Container container) throws IOException {
        Application application = SETUP.on(container);
        String session = StaffLogin.cookieLine(application);
        assertThat(application.status(Requests.nobody("/me").with(session))).isEqualTo(401);
        assertThat(application.status(RawRequest.get("/me").with(session))).isEqualTo(401);
        for (String path : new String[] {"/public/principal", "/public/deferred"}) {
            assertThat(application.body(Requests.nobody(path).with(session)))
                    .as(path)
                    .isEqualTo("nobody");
        }
        for (String path : new String[] {"/public/holder", "/public/callable", "/public/executor"}) {
            assertThat(application.body(Requests.nobody(path).with(session)))
                    .as(path)
                    .isEqualTo("anonymousUser");
        }
    }

    @ParameterizedTest
    @EnumSource
    void laterDispatchesDoNotMeetTheUserOfTheSession(Container container) throws IOException {
        Application application = SETUP.on(container);
        String session = StaffLogin.cookieLine(application);
        RawResponse failure = application.send(Requests.nobody("/public/fail").with(session));
        assertThat(failure.headers("x-user-error")).containsExactly("anonymousUser");
        RawResponse later = application.send(Requests.nobody("/public/callable").with(session));
        assertThat(later.headers("x-user-async")).containsExactly("anonymousUser");
        assertThat(application.send(Requests.as(ALICE, "/fail").with(session)).headers("x-user-error"))
                .containsExactly("alice");
        assertThat(application
                        .send(Requests.as(ALICE, "/callable").with(session))
                        .headers("x-user-async"))
                .containsExactly("alice");
    }

    @ParameterizedTest
    @EnumSource
    void headersChangeTheUserOfASession(Container container) throws IOException {
        Application application = SETUP.on(container);
        String session = StaffLogin.cookieLine(application);
        assertThat(application.body(Requests.as(ALICE, "/me").with(session))).isEqualTo("alice");
        assertThat(application.status(Requests.nobody("/me").with(session))).isEqualTo(401);
        assertThat(application.body(Requests.as(ALICE, "/callable").with(session)))
                .isEqualTo("alice");
        assertThat(application.body(Requests.as(BOB, "/me").with(session))).isEqualTo("bob");
        assertThat(application.body(Requests.as(BOB, "/callable").with(session)))
                .isEqualTo("bob");
        assertThat(application.status(Requests.invalid("/me").with(session))).isEqualTo(401);
        assertThat(application.status(Requests.forged(ALICE, "/me").with(session)))
                .isEqualTo(401);
        assertThat(application.body(RawRequest.get("/staff/principal").with(session)))
                .isEqualTo("carol");
    }

    @ParameterizedTest
    @EnumSource
    void roleThatWasTakenIsGoneOnTheNextRequest(Container container) throws IOException {
        Application application = SETUP.on(container);
        String session = StaffLogin.cookieLine(application);
        assertThat(application.status(Requests.as(ALICE, "/manager").with(session)))
                .isEqualTo(200);
        assertThat(application.status(
                        Requests.as(ALICE_WITHOUT_ROLES, "/manager").with(session)))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void nameOfTheSessionsUserBringsNoneOfItsAuthorities(Container container) throws IOException {
        Application application = SETUP.on(container);
        AuthgearPrincipal namesake = AuthgearPrincipal.builder(StaffLogin.NAME).build();
        String session = StaffLogin.cookieLine(application);
        assertThat(application.body(Requests.as(namesake, "/authorities").with(session)))
                .isEqualTo("AUTHGEAR_USER");
        assertThat(application.body(RawRequest.get("/staff/authorities").with(session)))
                .contains("ROLE_manager");
    }

    @ParameterizedTest
    @EnumSource
    void anotherChainsControllersSeeNoRawHeaders(Container container) throws IOException {
        Application application = SETUP.on(container);
        RawRequest request = Requests.as(ALICE, "/staff/headers")
                .with(StaffLogin.cookieLine(application), "x-authgear-new-one: tomorrow", "x-other: kept");
        assertThat(application.body(request))
                .contains("kept")
                .doesNotContainIgnoringCase("x-authgear")
                .doesNotContainIgnoringCase("x-proxy-secret")
                .doesNotContain("alice\n", "tomorrow", Requests.SECRET);
    }
}
