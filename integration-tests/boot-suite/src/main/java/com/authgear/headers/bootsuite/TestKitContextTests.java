package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.MockMvcs.assertBody;
import static com.authgear.headers.bootsuite.MockMvcs.get;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.authgear;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.noSession;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.spring.test.WithAuthgearPrincipal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.test.context.TestSecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.test.context.TestContextManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.WebApplicationContext;

/** {@code @WithAuthgearPrincipal}, on methods of beans and through MockMvc. */
@SpringBootTest(
        classes = {
            SuiteApplication.class,
            StepUpController.class,
            StepUpController.Vault.class,
            TestKitContextTests.Seen.class
        },
        properties = {"authgear.headers.shared-secret=" + Requests.SECRET, "authgear.headers.trust-roles=true"})
final class TestKitContextTests {
    private final RuleController rules;
    private final StepUpController stepUp;
    private final Seen seen;
    private final MockMvc mvc;

    @Autowired
    TestKitContextTests(RuleController rules, StepUpController stepUp, Seen seen, WebApplicationContext context) {
        this.rules = rules;
        this.stepUp = stepUp;
        this.seen = seen;
        mvc = MockMvcs.of(context);
    }

    @Test
    @AsAlice
    void methodsAreAskedAsTheUser() {
        assertThat(rules.manager()).isEqualTo("for managers");
        assertThat(rules.verified()).isEqualTo("for the verified");
    }

    @Test
    @WithAuthgearPrincipal("bob")
    void methodsAreRefusedToAnotherUser() {
        assertThatThrownBy(rules::manager).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(rules::verified).isInstanceOf(AccessDeniedException.class);
        assertThat(rules.full()).isEqualTo("for users");
    }

    @Test
    void methodsAreRefusedToNobody() {
        assertThatThrownBy(rules::full).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    @WithAuthgearPrincipal(anonymous = true)
    void anonymousUserIsOne() {
        assertThat(principal().isAnonymous()).isTrue();
        assertThat(principal().userId()).isEqualTo("user");
        assertThat(principal().authenticatedAt()).isEmpty();
        assertThatThrownBy(rules::full).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    @AsAlice
    void timeIsThatOfTheTest() {
        assertThat(principal().authenticatedAt().orElseThrow())
                .isCloseTo(Instant.now().minusSeconds(60), within(30, ChronoUnit.SECONDS));
        assertThat(principal().canReauthenticate()).isTrue();
    }

    @Test
    @WithAuthgearPrincipal(canReauthenticate = true, authenticatedSecondsAgo = 310)
    void methodsAreRefusedToAnOldLogin() throws Exception {
        assertThatThrownBy(stepUp::transfer).isInstanceOf(AuthorizationDeniedException.class);
        assertThat(stepUp.nested()).isEqualTo("open");
        assertThat(get(mvc, "/transfer").getHeader("WWW-Authenticate")).isEqualTo(StepUpTests.CHALLENGE + 300);
        assertBody("done", get(mvc, "/transfer", authgear(StepUpUsers.aged(5))));
    }

    @Test
    @AsAlice
    void contextIsWhatARequestHas() throws Exception {
        Authentication ofTest = SecurityContextHolder.getContext().getAuthentication();
        assertBody("alice", get(mvc, "/seen"));
        Authentication ofRequest = Objects.requireNonNull(seen.last);
        assertThat(ofTest).isNotSameAs(ofRequest).isEqualTo(ofRequest);
        assertThat(List.of(ofTest, ofRequest)).hasOnlyElementsOfType(PreAuthenticatedAuthenticationToken.class);
        assertThat(ofTest.getPrincipal()).isEqualTo(ofRequest.getPrincipal());
        assertThat(List.copyOf(ofTest.getAuthorities()))
                .hasSize(Requests.ALICES_FACTORS.isEmpty() ? 4 : 7)
                .isEqualTo(List.copyOf(ofRequest.getAuthorities()));
        assertThat(ofTest.getCredentials()).isEqualTo(ofRequest.getCredentials());
        assertThat(ofTest.isAuthenticated()).isTrue();
    }

    @Test
    @AsAlice
    void requestOfTheTestOutranksTheContext() throws Exception {
        assertBody("alice otp+pwd", get(mvc, "/typed"));
        assertBody("bob", get(mvc, "/me", authgear("bob")));
        assertBody("AUTHGEAR_USER", get(mvc, "/authorities", authgear("bob")));
        assertThat(get(mvc, "/me", noSession()).getStatus()).isEqualTo(401);
        assertThat(TestSecurityContextHolder.getContext().getAuthentication().getName())
                .isEqualTo("alice");
    }

    @Test
    @WithMockUser
    void contextOfAnotherKindIsLeftAlone() throws Exception {
        assertThat(SecurityContextHolder.getContext().getAuthentication().getPrincipal())
                .isInstanceOf(User.class);
        assertThat(get(mvc, "/me").getStatus()).isEqualTo(401);
    }

    @Test
    void rolesThatNoRequestHasAreRefused() throws Exception {
        TestContextManager manager = new TestContextManager(WithoutRoles.class);
        WithoutRoles test = new WithoutRoles();
        assertThatThrownBy(() -> manager.beforeTestMethod(test, WithoutRoles.class.getDeclaredMethod("manager")))
                .rootCause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("authgear.headers.trust-roles=true");
        manager.beforeTestMethod(test, WithoutRoles.class.getDeclaredMethod("user"));
        assertThat(SecurityContextHolder.getContext().getAuthentication().getName())
                .isEqualTo("bob");
        TestSecurityContextHolder.clearContext();
    }

    private static AuthgearPrincipal principal() {
        return (AuthgearPrincipal) Objects.requireNonNull(
                SecurityContextHolder.getContext().getAuthentication().getPrincipal());
    }

    /** Not run as a test class. */
    @SpringBootTest(classes = SuiteApplication.class, properties = "authgear.headers.shared-secret=" + Requests.SECRET)
    static final class WithoutRoles {
        @AsAlice
        void manager() {}

        @WithAuthgearPrincipal("bob")
        void user() {}
    }

    @RestController
    static class Seen {
        volatile @org.jspecify.annotations.Nullable Authentication last;

        @GetMapping("/seen")
        String see(Authentication user) {
            last = user;
            return user.getName();
        }
    }
}
