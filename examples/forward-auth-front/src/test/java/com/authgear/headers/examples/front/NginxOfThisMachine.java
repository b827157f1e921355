package com.authgear.headers.examples.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.Optional;

/** NGINX where it is installed; where AUTHGEAR_REQUIRE_NGINX is true its absence is a failure, not a skip. */
public final class NginxOfThisMachine {
    private NginxOfThisMachine() {}

    public static Path orSkip() {
        Optional<Path> nginx = Deployment.findNginx(System.getenv().getOrDefault("PATH", ""));
        if (Boolean.parseBoolean(System.getenv("AUTHGEAR_REQUIRE_NGINX"))) {
            assertThat(nginx).as("nginx, required by AUTHGEAR_REQUIRE_NGINX").isPresent();
        }
        return nginx.orElseGet(NginxOfThisMachine::skip);
    }

    private static Path skip() {
        String message =
                "SKIPPED: nginx is not installed, so nothing was tested behind it (apt-get install nginx-light)";
        System.out.println(message);
        return abort(message);
    }
}
