package com.authgear.headers.bootsuite;

import static com.authgear.headers.bootsuite.StepUpUsers.aged;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule on a type, from the socket to the methods that the type has from others. */
final class InheritedRuleTests {
    private static final Setup SETUP = SharedApplications.DEFAULT
            .with(CrudControllers.Ruled.class)
            .with(CrudControllers.Open.class)
            .with(CrudControllers.ByInterface.class)
            .with(CrudControllers.Both.class)
            .with(CrudControllers.StubRoutes.class);
    private static final List<String> INHERITED =
            List.of("/own", "/inherited", "/protected", "/package", "/variable", "/generic", "/default", "/asked");

    @ParameterizedTest
    @EnumSource
    void ruleOfATypeHoldsForEachHandler(Container container) throws IOException {
        Application application = SETUP.on(container);
        for (String path : INHERITED) {
            assertThat(application.status(Requests.as(aged(7200), "/crud" + path)))
                    .as(path)
                    .isEqualTo(401);
            assertThat(application.status(Requests.as(aged(5), "/crud" + path)))
                    .as(path)
                    .isEqualTo(200);
            assertThat(application.status(Requests.as(aged(7200), "/open" + path)))
                    .as(path)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void soDoesThatOfAServiceOfAnInterfaceAndOfATypeAbove(Container container) throws IOException {
        Application application = SETUP.on(container);
        for (String path :
                List.of("/open/service", "/open/rooted", "/routed", "/ruled/asked", "/ruled/default", "/ruled/own")) {
            assertThat(application.status(Requests.as(aged(7200), path)))
                    .as(path)
                    .isEqualTo(401);
            assertThat(application.body(Requests.as(aged(5), path))).as(path).isEqualTo("done");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rulesOfTypeAndMethodBothHold(Container container) throws IOException {
        Application application = SETUP.on(container);
        assertThat(application.status(Requests.as(aged(7200, "mfa"), "/both/type")))
                .isEqualTo(401);
        assertThat(application.status(Requests.as(aged(7200, "mfa"), "/both/method")))
                .isEqualTo(401);
        assertThat(application.status(Requests.as(aged(70, "pwd"), "/both/method")))
                .isEqualTo(401);
        assertThat(application.body(Requests.as(aged(70, "mfa"), "/both/method")))
                .isEqualTo("done");
        assertThat(application.status(Requests.as(aged(7200), "/both/later"))).isEqualTo(401);
        assertThat(application.body(Requests.as(aged(70), "/both/later"))).isEqualTo("done");
    }
}
