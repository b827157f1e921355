package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.bootsuite.Requests.ALICE_WITHOUT_ROLES;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Starts its own applications, since a repeated refusal is counted and not logged. */
@ExtendWith(OutputCaptureExtension.class)
final class LogTests {
    private static final String PASSWORD = "Using generated security password";

    @Test
    void forgedPostIsThePlain401WithItsLine(CapturedOutput output) throws IOException {
        try (Application application = Setup.secret().start(Container.TOMCAT)) {
            RawRequest forged = Requests.by("POST", Requests.forged(ALICE, "/me"));
            assertThat(application.send(forged).comparable())
                    .isEqualTo(application
                            .send(Requests.by("POST", Requests.nobody("/me")))
                            .comparable());
            assertThat(output).containsOnlyOnce("code=secret_missing header=x-proxy-secret peer=127.0.0.1");
            assertThat(output).doesNotContain("alice", Requests.SECRET);
        }
    }

    @Test
    void honestRequestLeavesNoLine(CapturedOutput output) throws IOException {
        try (Application application = Setup.secret().start(Container.JETTY)) {
            int started = output.length();
            assertThat(application.status(Requests.as(ALICE_WITHOUT_ROLES, "/me")))
                    .isEqualTo(200);
            assertThat(application.status(Requests.nobody("/me"))).isEqualTo(401);
            assertThat(application.status(Requests.invalid("/me"))).isEqualTo(401);
            assertThat(output.subSequence(started, output.length())).doesNotContain("Refused", " WARN ", " ERROR ");
        }
    }

    @Test
    void noPasswordIsGenerated(CapturedOutput output) {
        Setup.secret().start(Container.TOMCAT).close();
        Setup.secret().with(OwnChains.class).start(Container.TOMCAT).close();
        assertThat(output).doesNotContain(PASSWORD);
    }

    @Test
    void passwordIsGeneratedAgainWithoutUs(CapturedOutput output) {
        Setup.bare()
                .with("authgear.headers.enabled=false")
                .start(Container.TOMCAT)
                .close();
        assertThat(output).contains(PASSWORD);
    }

    @Test
    void userWhoIsNamedInPropertiesStillLogsIn(CapturedOutput output) throws IOException {
        Setup named = Setup.secret()
                .with(LoginBeside.class)
                .with(
                        "spring.security.user.name=" + StaffLogin.NAME,
                        "spring.security.user.password=" + StaffLogin.PASSWORD);
        try (Application application = named.start(Container.TOMCAT)) {
            RawRequest page = RawRequest.get("/staff/principal", StaffLogin.cookieLine(application));
            assertThat(application.body(page)).isEqualTo(StaffLogin.NAME);
            assertThat(application.body(Requests.as(ALICE, "/me"))).isEqualTo("alice");
        }
        assertThat(output).doesNotContain(PASSWORD);
    }
}
