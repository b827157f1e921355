package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.bootsuite.Requests.ALICE_WITHOUT_ROLES;
import static com.authgear.headers.bootsuite.Requests.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Method security, and that statuses other than 401 are unchanged. */
final class RuleTests {
    @ParameterizedTest
    @EnumSource
    void ruleAboutARoleLetsThroughWhoHasIt(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        assertThat(application.body(Requests.as(ALICE, "/manager"))).isEqualTo("for managers");
        assertThat(application.status(Requests.as(ALICE_WITHOUT_ROLES, "/manager")))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void ruleCanAskTheTypedPrincipal(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        assertThat(application.status(Requests.as(ALICE, "/verified"))).isEqualTo(200);
        assertThat(application.status(Requests.as(BOB, "/verified"))).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void anonymousUserIsNoFullUser(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        AuthgearPrincipal guest =
                AuthgearPrincipal.builder("guest").anonymous(true).build();
        assertThat(application.status(Requests.as(BOB, "/full"))).isEqualTo(200);
        assertThat(application.status(Requests.as(guest, "/full"))).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void ruleOnAPublicPathAsksNobodyForAUser(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        assertThat(application.send(Requests.nobody("/public/manager")).comparable())
                .isEqualTo(application.send(Requests.nobody("/me")).comparable());
        assertThat(application.status(Requests.as(ALICE, "/public/manager"))).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void statusSurvivesTheErrorPage(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        assertErrorPage(application.send(Requests.as(BOB, "/manager")), 403);
        assertErrorPage(application.send(Requests.as(ALICE, "/fail")), 500);
        assertErrorPage(application.send(Requests.nobody("/public/fail")), 500);
        assertErrorPage(application.send(Requests.as(ALICE, "/late-failure")), 500);
        assertErrorPage(application.send(Requests.nobody("/public/late-failure")), 500);
        assertErrorPage(application.send(Requests.as(ALICE, "/no/such/page")), 404);
    }

    @ParameterizedTest
    @EnumSource
    void errorPageKnowsTheUser(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        assertThat(application.send(Requests.as(BOB, "/manager")).headers("x-user-error"))
                .containsExactly("bob");
        assertThat(application.send(Requests.nobody("/public/fail")).headers("x-user-error"))
                .containsExactly("anonymousUser");
    }

    private static void assertErrorPage(RawResponse response, int status) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).contains("\"status\":" + status).contains("\"path\":");
    }
}
