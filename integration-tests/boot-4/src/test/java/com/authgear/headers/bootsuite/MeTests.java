package com.authgear.headers.bootsuite;

import static com.authgear.headers.spring.test.AuthgearForgeryAssertions.assertThatRefusesForgeries;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.authgear;
import static com.authgear.headers.spring.test.AuthgearMockMvcRequestPostProcessors.noSession;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.spring.test.WithAuthgearPrincipal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Printed in {@code docs/testing.md}. */
@SpringBootTest(properties = "authgear.headers.shared-secret=only-for-tests-0123456789abcdefghij")
@AutoConfigureMockMvc
class MeTests {
    private final MockMvc mockMvc;
    private final MockMvcTester mvc;

    @Autowired
    MeTests(MockMvc mockMvc, MockMvcTester mvc) {
        this.mockMvc = mockMvc;
        this.mvc = mvc;
    }

    @Test
    @WithAuthgearPrincipal("alice")
    void userIsTheOneOfTheAnnotation() {
        assertThat(mvc.get().uri("/api/me")).bodyText().isEqualTo("alice");
    }

    @Test
    void userIsTheOneOfTheRequest() {
        assertThat(mvc.get().uri("/api/me").with(authgear("bob").verified()))
                .bodyText()
                .isEqualTo("bob");
        assertThat(mvc.get().uri("/api/me").with(noSession())).hasStatus(401);
    }

    @Test
    void forgeriesAreRefused() {
        assertThatRefusesForgeries(mockMvc, "/api/me");
    }
}
