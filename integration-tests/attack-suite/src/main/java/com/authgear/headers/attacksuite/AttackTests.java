package com.authgear.headers.attacksuite;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row, on the servlet filter in the container of the module. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AttackTests {
    private final BackendPool backends = new BackendPool();

    static Stream<Attack> attacks() {
        return AttackTable.attacks();
    }

    @AfterAll
    void stop() {
        backends.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void attacks(Attack attack) throws Exception {
        AttackCheck.run(attack, backends.of(attack.deployment()));
    }

    static Backend start(Deployment deployment, ContainerOption... options) throws Exception {
        return Application.behind(deployment.filter())
                .servlet(new WhoServlet(), Honest.PAGE, Honest.PUBLIC_PAGE)
                .servlet(new PageServlet("PROTECTED"), "/admin/*")
                .servlet(new PageServlet("OPEN"), "/public/*")
                .servlet(new PageServlet("DEFAULT"), "/")
                .start(options);
    }
}
