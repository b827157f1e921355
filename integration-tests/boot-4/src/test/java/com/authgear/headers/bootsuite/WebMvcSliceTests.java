package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.MockMvcs.assertBody;
import static com.authgear.headers.bootsuite.MockMvcs.get;
import static com.authgear.headers.spring.test.AuthgearForgeryAssertions.assertThatRefusesForgeries;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.authgear;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.spring.test.WithAuthgearPrincipal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

/** A slice of controllers is protected by the headers, not by Spring Boot's default chain. */
@WebMvcTest(
        properties = {
            "authgear.headers.shared-secret=" + Requests.SECRET,
            "authgear.headers.public-paths=/public/**"
        })
@Import({StepUpController.class, StepUpController.Vault.class})
final class WebMvcSliceTests {
    private final MockMvc mvc;

    @Autowired
    WebMvcSliceTests(MockMvc mvc) {
        this.mvc = mvc;
    }

    @Test
    void headersAreAsked() throws Exception {
        assertBody("alice", get(mvc, "/me", authgear("alice")));
        assertThat(get(mvc, "/me").getStatus()).isEqualTo(401);
        assertThat(get(mvc, "/me").getHeader("WWW-Authenticate")).isEqualTo("Bearer");
        assertBody("nobody", get(mvc, "/public/optional"));
    }

    @Test
    @WithAuthgearPrincipal("alice")
    void annotationAloneIsEnough() throws Exception {
        assertBody("alice", get(mvc, "/me"));
        assertBody("alice", get(mvc, "/public/optional"));
        assertThatRefusesForgeries(mvc, "/me");
    }

    @Test
    @WithAuthgearPrincipal(canReauthenticate = true, authenticatedSecondsAgo = 310)
    void recentLoginIsAskedFor() throws Exception {
        assertThat(get(mvc, "/transfer").getHeader("WWW-Authenticate")).isEqualTo(StepUpTests.CHALLENGE + 300);
        assertBody("done", get(mvc, "/transfer", authgear(StepUpUsers.aged(5))));
    }
}
