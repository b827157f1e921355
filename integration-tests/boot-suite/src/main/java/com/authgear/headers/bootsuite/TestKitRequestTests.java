package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.MockMvcs.assertBody;
import static com.authgear.headers.bootsuite.MockMvcs.get;
import static com.authgear.headers.bootsuite.MockMvcs.post;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.authgear;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.invalidSession;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.noSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.spring.test.AuthgearRequestPostProcessor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

/** Requests of MockMvc pass the filter of the application, with its own secret. */
@SpringBootTest(
        classes = {SuiteApplication.class, TestKitRequestTests.Details.class},
        properties = {
            "authgear.headers.shared-secret=" + Requests.SECRET,
            "authgear.headers.secret-header=x-gate",
            "authgear.headers.public-paths=/public/**",
            "authgear.headers.trust-roles=true"
        })
final class TestKitRequestTests {
    private final WebApplicationContext context;
    private @Nullable MockMvc mvc;

    @Autowired
    TestKitRequestTests(WebApplicationContext context) {
        this.context = context;
    }

    @BeforeEach
    void build() {
        mvc = MockMvcs.of(context);
    }

    @Test
    void userIsWhoeverTheTestSays() throws Exception {
        assertBody("alice", get(mvc(), "/me", authgear("alice")));
        assertBody("AUTHGEAR_USER", get(mvc(), "/authorities", authgear("alice")));
        AuthgearRequestPostProcessor more =
                authgear("alice").verified().roles("manager").amr("otp", "pwd");
        assertBody(
                "AUTHGEAR_USER AUTHGEAR_VERIFIED" + Requests.ALICES_FACTORS + " ROLE_manager",
                get(mvc(), "/authorities", more));
        assertBody("alice otp+pwd", get(mvc(), "/typed", more));
        assertBody("for managers", get(mvc(), "/manager", more));
        assertThat(get(mvc(), "/manager", authgear("alice")).getStatus()).isEqualTo(403);
        assertBody(
                "AUTHGEAR_ANONYMOUS",
                get(mvc(), "/authorities", authgear("guest").anonymous()));
        assertBody(
                "bob",
                get(mvc(), "/me", authgear(AuthgearPrincipal.builder("bob").build())));
    }

    @Test
    void detailsArrive() throws Exception {
        Instant time = Instant.ofEpochSecond(1_700_000_000);
        assertBody(
                "true 2023-11-14T22:13:20Z",
                get(mvc(), "/details", authgear("alice").canReauthenticate().authenticatedAt(time)));
        assertBody("false unknown", get(mvc(), "/details", authgear("alice")));
    }

    @Test
    void requestWithoutAUserIsRefused() throws Exception {
        assertThat(get(mvc(), "/me").getStatus()).isEqualTo(401);
        assertThat(get(mvc(), "/me", noSession()).getStatus()).isEqualTo(401);
        assertThat(get(mvc(), "/me", noSession()).getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(get(mvc(), "/me", invalidSession()).getHeader("WWW-Authenticate"))
                .isEqualTo("Bearer error=\"invalid_token\"");
        assertBody("nobody", get(mvc(), "/public/me", noSession()));
        assertBody("nobody", get(mvc(), "/public/me", invalidSession()));
    }

    @Test
    void lastOneCounts() throws Exception {
        assertBody("bob", get(mvc(), "/me", authgear("alice").verified(), authgear("bob")));
        assertThat(get(mvc(), "/me", authgear("alice"), noSession()).getStatus())
                .isEqualTo(401);
    }

    @Test
    void contextOfAnotherKindIsNobodyHere() throws Exception {
        assertThat(get(mvc(), "/me", user("alice")).getStatus()).isEqualTo(401);
    }

    @Test
    void secretThatIsNotTheApplicationsIsRefused() throws Exception {
        String other = "?".repeat(Requests.SECRET.length());
        AuthgearRequestPostProcessor forged =
                authgear("alice").sharedSecret(other).secretHeader("x-gate");
        assertThat(get(mvc(), "/me", forged).getStatus()).isEqualTo(401);
        assertBody("alice", get(mvc(), "/me", forged.sharedSecret(Requests.SECRET)));
    }

    @Test
    void browserNeedsAToken() throws Exception {
        assertBody("alice", post(mvc(), "/me", authgear("alice")));
        assertThat(post(mvc(), "/me", authgear("alice").cookie()).getStatus()).isEqualTo(403);
        assertBody("alice", post(mvc(), "/me", authgear("alice").cookie(), csrf()));
        assertBody("alice", get(mvc(), "/me", authgear("alice").cookie()));
    }

    @Test
    void credentialOfTheTestStays() throws Exception {
        assertBody("Bearer own", get(mvc(), "/authorization", TestKitRequestTests::withToken, authgear("alice")));
        assertBody("Bearer test", get(mvc(), "/authorization", authgear("bob"), authgear("alice")));
    }

    private static MockHttpServletRequest withToken(MockHttpServletRequest request) {
        request.addHeader("Authorization", "Bearer own");
        return request;
    }

    private MockMvc mvc() {
        return java.util.Objects.requireNonNull(mvc);
    }

    @RestController
    static class Details {
        @GetMapping("/details")
        String details(@AuthenticationPrincipal AuthgearPrincipal user) {
            return user.canReauthenticate() + " "
                    + user.authenticatedAt().map(Instant::toString).orElse("unknown");
        }

        @GetMapping("/authorization")
        String authorization(jakarta.servlet.http.HttpServletRequest request) {
            return String.join("+", java.util.Collections.list(request.getHeaders("Authorization")));
        }
    }
}
