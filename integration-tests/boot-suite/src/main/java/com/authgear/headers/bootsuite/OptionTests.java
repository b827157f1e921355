package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.bootsuite.Requests.ALICES_FACTORS;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each option against its default: each assertion fails with the other setting. */
final class OptionTests {
    private static final String OLD_SECRET = "fedcba9876543210fedcba9876543210";

    private final Application defaults = SharedApplications.DEFAULT.on(Container.TOMCAT);
    private final Application options = Setup.secret()
            .with(
                    "authgear.headers.previous-shared-secret=" + OLD_SECRET,
                    "authgear.headers.secret-header=x-gate",
                    "authgear.headers.public-paths=/public/**",
                    "authgear.headers.refuse-invalid-sessions=true",
                    "authgear.headers.credential-tripwire=false",
                    "authgear.headers.missing-flags=least-privilege",
                    "authgear.headers.trust-roles=true",
                    "authgear.headers.role-prefix=GROUP_")
            .on(Container.TOMCAT);

    @Test
    void secretHasItsHeaderAndASuccessor() throws IOException {
        RawRequest request = Requests.forged(ALICE, "/me").with(Requests.BEARER_LINE);
        assertThat(options.status(request.with("x-gate: " + Requests.SECRET))).isEqualTo(200);
        assertThat(options.status(request.with("x-gate: " + OLD_SECRET))).isEqualTo(200);
        assertThat(options.status(request.with(Requests.SECRET_LINE))).isEqualTo(401);
        assertThat(defaults.status(request.with("x-proxy-secret: " + OLD_SECRET)))
                .isEqualTo(401);
    }

    @Test
    void invalidSessionCanBeRefusedOnAPublicPath() throws IOException {
        assertThat(options.status(behindGate(Requests.invalid("/public/me")))).isEqualTo(401);
        assertThat(options.status(behindGate(RawRequest.get("/public/me")))).isEqualTo(200);
        assertThat(defaults.status(Requests.invalid("/public/me"))).isEqualTo(200);
    }

    @Test
    void identityCanComeWithoutCredentials() throws IOException {
        RawRequest request = Requests.forged(ALICE, "/me");
        assertThat(options.status(behindGate(request))).isEqualTo(200);
        assertThat(defaults.status(request.with(Requests.SECRET_LINE))).isEqualTo(401);
    }

    @Test
    void flagsThatAreMissingCanMeanTheLeast() throws IOException {
        String[] lines = {"x-authgear-session-valid: true", "x-authgear-user-id: alice", Requests.BEARER_LINE};
        assertThat(options.body(behindGate(RawRequest.get("/authorities", lines))))
                .isEqualTo("AUTHGEAR_ANONYMOUS");
        assertThat(defaults.status(RawRequest.get("/me", lines).with(Requests.SECRET_LINE)))
                .isEqualTo(401);
    }

    @Test
    void rolesCanHaveAnotherPrefix() throws IOException {
        assertThat(options.body(behindGate(Requests.forged(ALICE, "/authorities"))))
                .isEqualTo("AUTHGEAR_USER AUTHGEAR_VERIFIED" + ALICES_FACTORS + " GROUP_manager GROUP_store:clerk");
    }

    @Test
    void rolesAreNotReadUnlessTrusted(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secrets"), OLD_SECRET + "\n" + Requests.SECRET + "\n");
        try (Application application =
                Setup.bare().with("authgear.headers.shared-secret-file=" + file).start(Container.TOMCAT)) {
            assertThat(application.body(Requests.as(ALICE, "/authorities")))
                    .isEqualTo("AUTHGEAR_USER AUTHGEAR_VERIFIED" + ALICES_FACTORS);
            assertThat(application.status(Requests.as(ALICE, "/manager"))).isEqualTo(403);
            assertThat(application.status(Requests.forged(ALICE, "/me").with(Requests.BEARER_LINE)))
                    .isEqualTo(401);
        }
    }

    private static RawRequest behindGate(RawRequest request) {
        return request.with("x-gate: " + Requests.SECRET);
    }
}
