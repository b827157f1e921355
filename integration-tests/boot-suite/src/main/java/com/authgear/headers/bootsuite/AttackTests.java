package com.authgear.headers.bootsuite;

import com.authgear.headers.attacksuite.Attack;
import com.authgear.headers.attacksuite.AttackCheck;
import com.authgear.headers.attacksuite.AttackTable;
import com.authgear.headers.attacksuite.Backend;
import com.authgear.headers.attacksuite.Deployment;
import com.authgear.headers.attacksuite.Honest;
import com.authgear.headers.spring.AuthgearHeadersSupport;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the attack suite, on the Spring adapter. */
final class AttackTests {
    private static final String SECRET = "authgear.headers.shared-secret=" + Honest.SECRET;
    private static final String ADDRESS = "authgear.headers.trusted-proxies=" + Honest.PROXY_ADDRESS;

    static Stream<Attack> attacks() {
        return AttackTable.attacks();
    }

    @ParameterizedTest(name = "Tomcat: {0}")
    @MethodSource("attacks")
    void onTomcat(Attack attack) throws IOException {
        AttackCheck.run(attack, backend(attack.deployment(), Container.TOMCAT));
    }

    @ParameterizedTest(name = "Jetty: {0}")
    @MethodSource("attacks")
    void onJetty(Attack attack) throws IOException {
        AttackCheck.run(attack, backend(attack.deployment(), Container.JETTY));
    }

    private static Backend backend(Deployment deployment, Container container) {
        Application application = Setup.bare()
                .with("authgear.headers.public-paths=/public/**")
                .with(properties(deployment))
                .on(container);
        AuthgearHeadersSupport support = application.context().getBean(AuthgearHeadersSupport.class);
        return new Backend(application.client(), support.filter(), application::close);
    }

    private static String[] properties(Deployment deployment) {
        return switch (deployment) {
            case SECRET -> new String[] {SECRET};
            case TWO_SECRETS ->
                new String[] {SECRET, "authgear.headers.previous-shared-secret=" + Honest.PREVIOUS_SECRET};
            case SECRET_AND_ROLES -> new String[] {SECRET, "authgear.headers.trust-roles=true"};
            case PROXY_ADDRESS -> new String[] {ADDRESS};
            case SECRET_AND_ADDRESS -> new String[] {SECRET, ADDRESS};
        };
    }
}
