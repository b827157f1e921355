package com.authgear.headers.harness;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds an installed proxy; without it the test is skipped. If AUTHGEAR_REQUIRE_PROXIES is true, a missing one of those
 * that Debian has is a failure. AUTHGEAR_REQUIRE_NGINX requires NGINX only.
 */
public final class ProxyOfThisMachine {
    private static final Set<ProxyProgram> OF_DEBIAN =
            EnumSet.of(ProxyProgram.NGINX, ProxyProgram.CADDY, ProxyProgram.HAPROXY);

    private ProxyOfThisMachine() {}

    public static Path orSkip(ProxyProgram program) {
        Optional<Path> executable = program.find(System.getenv().getOrDefault("PATH", ""));
        if (isRequired(program)) {
            assertTrue(executable.isPresent(), program.title() + " is required by AUTHGEAR_REQUIRE_...");
        }
        return executable.orElseGet(() -> skip(program));
    }

    private static boolean isRequired(ProxyProgram program) {
        return isTrue("AUTHGEAR_REQUIRE_" + program)
                || (isTrue("AUTHGEAR_REQUIRE_PROXIES") && OF_DEBIAN.contains(program));
    }

    private static boolean isTrue(String variable) {
        return Boolean.parseBoolean(System.getenv(variable));
    }

    private static Path skip(ProxyProgram program) {
        String message =
                "SKIPPED: no " + program.command() + " in the PATH, so nothing was tested behind " + program.title();
        System.out.println(message);
        return abort(message);
    }
}
