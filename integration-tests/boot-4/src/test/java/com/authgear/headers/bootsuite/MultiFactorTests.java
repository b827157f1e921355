package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawRequest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.authorization.EnableMultiFactorAuthentication;

/** Spring Security 7 can merge the authorities of the session's user of the same name into those of the next login. */
final class MultiFactorTests {
    private static final Setup SETUP = SessionTests.SETUP.with(MultiFactor.class);

    @ParameterizedTest
    @EnumSource
    void nothingOfTheSessionIsMergedIntoTheHeaders(Container container) throws IOException {
        Application application = SETUP.on(container);
        String session = StaffLogin.cookieLine(application);
        assertThat(application.body(RawRequest.get("/staff/authorities").with(session)))
                .contains("FACTOR_PASSWORD", "ROLE_manager");
        AuthgearPrincipal namesake =
                AuthgearPrincipal.builder(StaffLogin.NAME).build();
        assertThat(application.body(Requests.as(namesake, "/authorities").with(session)))
                .isEqualTo("AUTHGEAR_USER");
        AuthgearPrincipal byCode = AuthgearPrincipal.builder(StaffLogin.NAME)
                .amr(List.of("otp"))
                .build();
        assertThat(application.body(Requests.as(byCode, "/authorities").with(session)))
                .isEqualTo("AUTHGEAR_USER FACTOR_OTT");
        assertThat(application.status(Requests.as(namesake, "/manager").with(session)))
                .isEqualTo(403);
        assertThat(application.status(Requests.nobody("/me").with(session))).isEqualTo(401);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableMultiFactorAuthentication(authorities = {})
    static class MultiFactor {}
}
