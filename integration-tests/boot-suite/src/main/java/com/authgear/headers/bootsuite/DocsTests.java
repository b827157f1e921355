package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.bootsuite.Requests.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The blocks of {@code docs/} for Spring do what the pages say. */
final class DocsTests {
    @Test
    void onePropertyAndOneParameterAreEnough() throws IOException {
        Setup setup = Setup.bare()
                .with(DocsSnippets.MeController.class)
                .with(
                        "authgear.headers.shared-secret=${AUTHGEAR_PROXY_SECRET}",
                        "AUTHGEAR_PROXY_SECRET=" + Requests.SECRET);
        try (Application application = setup.start(Container.TOMCAT)) {
            assertThat(application.body(Requests.as(ALICE, "/api/me"))).isEqualTo("alice");
            assertThat(application.status(Requests.nobody("/api/me"))).isEqualTo(401);
        }
    }

    @Test
    void annotationAsPrintedAsksForARecentLogin() throws IOException {
        Setup setup = Setup.secret().with(DocsSnippets.TransferController.class);
        try (Application application = setup.start(Container.TOMCAT)) {
            RawRequest fresh = Requests.as(StepUpUsers.aged(5), "/api/transfer").by("POST");
            assertThat(application.body(fresh)).isEqualTo("transferred by alice");
            RawRequest old = Requests.as(StepUpUsers.aged(310), "/api/transfer").by("POST");
            assertThat(application.send(old).headers("WWW-Authenticate")).containsExactly(StepUpTests.CHALLENGE + 300);
        }
    }

    @Test
    void requestRulesAsPrintedAskForARecentLoginAndTheRoleFirst() throws IOException {
        Setup setup = Setup.secret()
                .with("authgear.headers.trust-roles=true")
                .with(DocsSnippets.DoneController.class)
                .with(DocsSnippets.BankSecurity.class);
        AuthgearPrincipal manager =
                StepUpUsers.of(310).roles(List.of("manager")).build();
        try (Application application = setup.start(Container.TOMCAT)) {
            assertThat(application.status(
                            Requests.as(StepUpUsers.aged(5), "/transfer/x").by("POST")))
                    .isEqualTo(200);
            assertThat(application.status(Requests.as(manager, "/transfer/x").by("POST")))
                    .isEqualTo(401);
            assertThat(application.status(Requests.as(manager, "/admin/x").by("POST")))
                    .isEqualTo(200);
            assertThat(application.status(
                            Requests.as(StepUpUsers.aged(901), "/admin/x").by("POST")))
                    .isEqualTo(403);
        }
    }

    @Test
    void ownChainAsPrintedAsksForAVerifiedUser() throws IOException {
        Setup setup = Setup.secret().with(DocsSnippets.MeController.class).with(DocsSnippets.ApiSecurity.class);
        try (Application application = setup.start(Container.TOMCAT)) {
            assertThat(application.body(Requests.as(ALICE, "/api/me"))).isEqualTo("alice");
            assertThat(application.status(Requests.as(BOB, "/api/me"))).isEqualTo(403);
            assertThat(application.body(Requests.nobody("/public/me"))).isEqualTo("nobody");
        }
    }

    @Test
    void optionalUserAsPrintedIsEmptyForAVisitor() throws IOException {
        Setup setup = Setup.secret()
                .with("authgear.headers.public-paths=/public/**")
                .with(DocsSnippets.WelcomeController.class);
        try (Application application = setup.start(Container.TOMCAT)) {
            assertThat(application.body(Requests.nobody("/public/welcome"))).isEqualTo("Welcome, visitor");
            assertThat(application.body(Requests.as(ALICE, "/public/welcome"))).isEqualTo("Welcome, alice");
        }
    }

    @Test
    void methodRuleAsPrintedAsksForARole() throws IOException {
        Setup setup = Setup.secret()
                .with("authgear.headers.trust-roles=true")
                .with(DocsSnippets.MethodSecurity.class)
                .with(DocsSnippets.ReportController.class);
        AuthgearPrincipal manager =
                AuthgearPrincipal.builder("alice").roles(List.of("manager")).build();
        try (Application application = setup.start(Container.TOMCAT)) {
            assertThat(application.body(Requests.as(manager, "/api/report"))).isEqualTo("report");
            assertThat(application.status(Requests.as(BOB, "/api/report"))).isEqualTo(403);
        }
    }

    @Test
    void listenerAsPrintedCountsRefusals() throws IOException {
        try (Application application =
                Setup.secret().with(DocsSnippets.RefusalCounter.class).start(Container.TOMCAT)) {
            DocsSnippets.RefusalCounter counter = application.context().getBean(DocsSnippets.RefusalCounter.class);
            application.status(Requests.as(ALICE, "/me"));
            assertThat(counter.refused()).isZero();
            application.status(Requests.as(ALICE, "/me").with("x_authgear_user_id: bob"));
            assertThat(counter.refused()).isEqualTo(1);
        }
    }

    @Test
    void ownAuthoritiesAsPrintedReplaceTheDefaultOnes() throws IOException {
        AuthgearPrincipal twoFactors = AuthgearPrincipal.builder("alice")
                .amr(List.of("mfa", "otp", "pwd"))
                .build();
        String more = Requests.ALICES_FACTORS.isEmpty() ? "" : "FACTOR_MFA" + Requests.ALICES_FACTORS + " ";
        try (Application application =
                Setup.secret().with(DocsSnippets.Authorities.class).start(Container.TOMCAT)) {
            assertThat(application.body(Requests.as(twoFactors, "/authorities")))
                    .isEqualTo(more + "USER_alice");
        }
    }

    @Test
    void twoChainsAsPrintedLetBothLoginsIn() throws IOException {
        Setup setup = Setup.secret()
                .with(DocsSnippets.MeController.class)
                .with(DocsSnippets.TwoLogins.class)
                .with(OwnUsers.class);
        try (Application application = setup.start(Container.TOMCAT)) {
            assertThat(application.client().send(RawRequest.get("/office/x")).header("Location"))
                    .hasValueSatisfying(login -> assertThat(login).endsWith("/login"));
            assertThat(application.client().send(RawRequest.get("/login")).body())
                    .contains("name=\"password\"");
            assertThat(application.body(Requests.as(ALICE, "/api/me"))).isEqualTo("alice");
            assertThat(application.status(Requests.nobody("/api/me"))).isEqualTo(401);
        }
    }
}
