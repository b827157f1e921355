package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.bootsuite.Requests.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every block of the Spring module's README is a piece of something that runs here. */
final class ReadmeTests {
    private static final Path README = Path.of("../../authgear-headers-spring/README.md");
    private static final Path PROGRAMS = Path.of("../boot-suite/src/main/java/com/authgear/headers/bootsuite");
    /** Compiled on the lines that have factors. */
    private static final Path FACTORS =
            Path.of("../boot-4/src/test/java/com/authgear/headers/bootsuite/FactorRules.java");

    @Test
    void javaBlocksStandInTheProgramsBelow() throws IOException {
        String[] parts = Files.readString(README).split("(?m)^```", -1);
        String programs = bare(Files.readString(PROGRAMS.resolve("ReadmeSnippets.java"))
                + Files.readString(PROGRAMS.resolve("ReadmeTestKitTests.java"))
                + Files.readString(FACTORS));
        assertThat(IntStream.range(0, parts.length)
                        .filter(i -> i % 2 == 1 && parts[i].startsWith("java\n"))
                        .mapToObj(i -> bare(parts[i].substring("java\n".length()))))
                .hasSize(12)
                .allSatisfy(block -> assertThat(programs).contains(block));
    }

    @Test
    void onePropertyAndOneParameterAreEnough() throws IOException {
        assertThat(Files.readString(README)).contains("authgear.headers.shared-secret=${AUTHGEAR_PROXY_SECRET}");
        Setup setup = Setup.bare()
                .with(ReadmeSnippets.Me.class)
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
        Setup setup = Setup.secret().with(ReadmeSnippets.Transfer.class);
        try (Application application = setup.start(Container.TOMCAT)) {
            RawRequest fresh = Requests.as(StepUpUsers.aged(5), "/api/transfer").by("POST");
            assertThat(application.body(fresh)).isEqualTo("transferred by alice");
            RawRequest old = Requests.as(StepUpUsers.aged(310), "/api/transfer").by("POST");
            assertThat(application.send(old).headers("WWW-Authenticate")).containsExactly(StepUpTests.CHALLENGE + 300);
        }
    }

    @Test
    void requestRulesAsPrintedAskForARecentLoginAndAFactor() throws IOException {
        Setup setup = Setup.secret()
                .with("authgear.headers.trust-roles=true")
                .with(ReadmeSnippets.Transfer.class)
                .with(ReadmeSnippets.Bank.class);
        AuthgearPrincipal manager =
                StepUpUsers.of(310, "mfa").roles(List.of("manager")).build();
        try (Application application = setup.start(Container.TOMCAT)) {
            assertThat(application.status(
                            Requests.as(StepUpUsers.aged(5), "/transfer/x").by("POST")))
                    .isEqualTo(200);
            assertThat(application.status(Requests.as(manager, "/transfer/x").by("POST")))
                    .isEqualTo(401);
            assertThat(application.status(Requests.as(manager, "/admin/x").by("POST")))
                    .isEqualTo(200);
            assertThat(application.status(Requests.as(StepUpUsers.aged(310, "mfa"), "/admin/x")
                            .by("POST")))
                    .isEqualTo(403);
        }
    }

    @Test
    void ownChainAsPrintedAsksForAVerifiedUser() throws IOException {
        Setup setup = Setup.secret().with(ReadmeSnippets.Me.class).with(ReadmeSnippets.OwnChain.class);
        try (Application application = setup.start(Container.TOMCAT)) {
            assertThat(application.body(Requests.as(ALICE, "/api/me"))).isEqualTo("alice");
            assertThat(application.status(Requests.as(BOB, "/api/me"))).isEqualTo(403);
        }
    }

    @Test
    void ownAuthoritiesAsPrintedReplaceTheDefaultOnes() throws IOException {
        AuthgearPrincipal twoFactors = AuthgearPrincipal.builder("alice")
                .amr(List.of("mfa", "otp", "pwd"))
                .build();
        String more = Requests.ALICES_FACTORS.isEmpty() ? "" : "FACTOR_MFA" + Requests.ALICES_FACTORS + " ";
        try (Application application =
                Setup.secret().with(ReadmeSnippets.OwnAuthorities.class).start(Container.TOMCAT)) {
            assertThat(application.body(Requests.as(twoFactors, "/authorities")))
                    .isEqualTo(more + "USER_alice");
        }
    }

    @Test
    void twoChainsAsPrintedLetBothLoginsIn() throws IOException {
        Setup setup = Setup.secret()
                .with(ReadmeSnippets.Me.class)
                .with(ReadmeSnippets.TwoLogins.class)
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

    private static String bare(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
