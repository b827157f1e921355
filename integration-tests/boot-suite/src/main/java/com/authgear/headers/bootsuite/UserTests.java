package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.bootsuite.Requests.ALICES_FACTORS;
import static com.authgear.headers.bootsuite.Requests.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearPrincipal;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class UserTests {
    @ParameterizedTest
    @EnumSource
    void everyWayToAskNamesTheSameUser(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        for (String area : new String[] {"", "/public"}) {
            for (String path : new String[] {"/me", "/optional", "/principal", "/holder"}) {
                assertThat(application.body(Requests.as(ALICE, area + path)))
                        .as(area + path)
                        .isEqualTo("alice");
            }
            assertThat(application.body(Requests.as(ALICE, area + "/request"))).isEqualTo("alice alice");
            assertThat(application.body(Requests.as(ALICE, area + "/typed"))).isEqualTo("alice otp+pwd");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyWayToAskNamesNoUserOnAPublicPage(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        for (String path : new String[] {"/me", "/optional", "/principal", "/request", "/typed"}) {
            assertThat(application.body(Requests.nobody("/public" + path)))
                    .as(path)
                    .isEqualTo("nobody");
        }
        assertThat(application.body(Requests.nobody("/public/holder"))).isEqualTo("anonymousUser");
    }

    @ParameterizedTest
    @EnumSource
    void authoritiesSayWhatTheHeadersSay(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        assertThat(application.body(Requests.as(ALICE, "/authorities")))
                .isEqualTo("AUTHGEAR_USER AUTHGEAR_VERIFIED" + ALICES_FACTORS + " ROLE_manager ROLE_store:clerk");
        assertThat(application.body(Requests.as(BOB, "/authorities"))).isEqualTo("AUTHGEAR_USER");
        AuthgearPrincipal guest =
                AuthgearPrincipal.builder("guest").anonymous(true).build();
        assertThat(application.body(Requests.as(guest, "/authorities"))).isEqualTo("AUTHGEAR_ANONYMOUS");
    }

    @ParameterizedTest
    @EnumSource
    void roleKeysCannotBeTakenForSomethingElse(Container container) throws IOException {
        AuthgearPrincipal user = AuthgearPrincipal.builder("eve")
                .roles(List.of("AUTHGEAR_VERIFIED", "FACTOR_PASSWORD", "ROLE_manager"))
                .build();
        Application application = SharedApplications.DEFAULT.on(container);
        assertThat(application.body(Requests.as(user, "/authorities")))
                .isEqualTo("AUTHGEAR_USER ROLE_AUTHGEAR_VERIFIED ROLE_FACTOR_PASSWORD ROLE_ROLE_manager");
        assertThat(application.status(Requests.as(user, "/manager"))).isEqualTo(403);
    }
}
