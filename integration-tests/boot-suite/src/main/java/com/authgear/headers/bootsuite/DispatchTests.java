package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.Requests.ALICE;
import static com.authgear.headers.bootsuite.Requests.ALICE_WITHOUT_ROLES;
import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** FORWARD, INCLUDE and ERROR dispatches have the user of their request, not one that an HTTP session remembers. */
final class DispatchTests {
    private static final String ANONYMOUS = "anonymousUser";

    @ParameterizedTest
    @EnumSource
    void laterDispatchesHaveTheUserOfTheRequest(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        for (String page : new String[] {"/principal", "/holder", "/me"}) {
            RawResponse forwarded = application.send(Requests.as(ALICE, "/forward?to=" + page));
            assertThat(forwarded.body()).as(page).isEqualTo("alice");
            assertThat(forwarded.headers("x-user-forward")).containsExactly("alice");
            assertThat(application.body(Requests.as(ALICE, "/include?to=" + page)))
                    .as(page)
                    .isEqualTo("[alice]");
        }
        assertThat(application.send(Requests.as(ALICE, "/fail")).headers("x-user-error"))
                .containsExactly("alice");
    }

    @ParameterizedTest
    @EnumSource
    void laterDispatchesOfNobodyHaveNoUser(Container container) throws IOException {
        Application application = SessionTests.SETUP.on(container);
        String session = StaffLogin.cookieLine(application);
        for (String line : new String[] {"x-other: 1", session}) {
            RawRequest forward = Requests.nobody("/public/forward?to=/public/holder");
            RawResponse forwarded = application.send(forward.with(line));
            assertThat(forwarded.body()).isEqualTo(ANONYMOUS);
            assertThat(forwarded.headers("x-user-forward")).containsExactly(ANONYMOUS);
            RawRequest include = Requests.nobody("/public/include?to=/public/holder");
            assertThat(application.body(include.with(line))).isEqualTo("[" + ANONYMOUS + "]");
            assertThat(application
                            .send(Requests.nobody("/public/fail").with(line))
                            .headers("x-user-error"))
                    .containsExactly(ANONYMOUS);
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgeryIsRefusedBeforeItIsHandedOn(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        String plain = application.send(RawRequest.get("/me")).comparable();
        for (String way : new String[] {"forward", "include"}) {
            RawRequest forged = Requests.forged(ALICE, "/public/" + way + "?to=/public/me");
            assertThat(application.send(forged).comparable()).isEqualTo(plain);
            assertThat(application.body(Requests.nobody("/public/" + way + "?to=/public/me")))
                    .contains("nobody");
        }
    }

    /** The default chain permits every forward; method rules still apply. */
    @ParameterizedTest
    @EnumSource
    void ruleOfAMethodHoldsBehindAForward(Container container) throws IOException {
        Application application = SharedApplications.DEFAULT.on(container);
        String manager = "/public/forward?to=/manager";
        assertThat(application.body(Requests.nobody("/public/forward?to=/me"))).isEqualTo("nobody");
        assertThat(application.status(Requests.nobody(manager))).isEqualTo(401);
        assertThat(application.status(Requests.as(ALICE_WITHOUT_ROLES, manager)))
                .isEqualTo(403);
        assertThat(application.body(Requests.as(ALICE, manager))).isEqualTo("for managers");
    }

    /** A chain that permits only ERROR dispatches applies its rules again to a forward. */
    @ParameterizedTest
    @EnumSource
    void ruleOfAnOwnChainHoldsBehindAForward(Container container) throws IOException {
        Application application = SessionTests.SETUP.on(container);
        assertThat(application.status(Requests.nobody("/public/forward?to=/me")))
                .isEqualTo(401);
        assertThat(application.body(Requests.as(ALICE, "/public/forward?to=/me")))
                .isEqualTo("alice");
    }
}
