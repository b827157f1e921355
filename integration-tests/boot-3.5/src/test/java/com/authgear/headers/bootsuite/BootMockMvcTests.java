package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.MockMvcs.assertBody;
import static com.authgear.headers.bootsuite.MockMvcs.get;
import static com.authgear.headers.spring.test.AuthgearForgeryAssertions.assertThatRefusesForgeries;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.authgear;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.authgear.headers.spring.test.WithAuthgearPrincipal;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;

/** Spring Boot's own MockMvc of this line works without configuration. */
@SpringBootTest(classes = SuiteApplication.class, properties = "authgear.headers.shared-secret=" + Requests.SECRET)
@AutoConfigureMockMvc
final class BootMockMvcTests {
    private final MockMvc mvc;

    @Autowired
    BootMockMvcTests(MockMvc mvc) {
        this.mvc = mvc;
    }

    @Test
    @WithAuthgearPrincipal("alice")
    void annotationAloneIsEnough() throws Exception {
        assertBody("alice", get(mvc, "/me"));
        assertBody("bob", get(mvc, "/me", authgear("bob")));
    }

    @Test
    void requestWithoutAUserIsRefused() throws Exception {
        assertThat(get(mvc, "/me").getStatus()).isEqualTo(401);
    }

    @Test
    void applicationRefusesAll() {
        assertThatRefusesForgeries(mvc, "/me");
    }

    @Nested
    @SpringBootTest(
            classes = {SuiteApplication.class, Careless.class},
            properties = "authgear.headers.shared-secret=" + Requests.SECRET)
    @AutoConfigureMockMvc
    final class WithACarelessFilter {
        @Test
        void forgeriesAreFoundOut(@Autowired MockMvc careless) {
            assertThatThrownBy(() -> assertThatRefusesForgeries(careless, "/me"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("C01 no secret: 200");
        }
    }
}
