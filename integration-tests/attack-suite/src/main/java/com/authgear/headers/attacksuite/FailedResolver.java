package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Attack.attack;

import com.authgear.headers.harness.RawRequest;
import java.util.List;

/** Requests that the proxy let through without an answer of the resolver, and says so. */
final class FailedResolver {
    private static final String MARKER = "x-envoy-auth-failure-mode-allowed: ";
    private static final String CODE = "auth_failure_mode";

    static final List<Attack> ROWS = List.of(
            attack("F01", "marker beside an identity")
                    .sends(Honest.request().with(MARKER + "true"))
                    .twin(Honest.request().with(MARKER + "false"))
                    .refused(CODE),
            attack("F01", "marker in upper case beside an identity")
                    .sends(Honest.request().with("X-ENVOY-AUTH-FAILURE-MODE-ALLOWED: TRUE"))
                    .refused(CODE),
            attack("F01", "marker beside roles alone")
                    .sends(marked().with("x-authgear-user-roles: admin"))
                    .twin(marked(), new Nobody())
                    .refused(CODE),
            attack("F01", "marker twice, the true one last")
                    .sends(Honest.request().with(MARKER + "false", MARKER + "true"))
                    .refused(CODE));

    private FailedResolver() {}

    private static RawRequest marked() {
        return Honest.nobody().to(Honest.PUBLIC_PAGE).with(MARKER + "true");
    }
}
