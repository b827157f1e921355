package com.authgear.headers.examples.proxycheck;

import java.util.List;
import java.util.stream.Stream;

/** All checks, in the order they run: those that stop the resolver come last. */
final class Checks {
    private Checks() {}

    static List<Check> of(ProxyTarget target) {
        return Stream.of(
                        IdentityChecks.list(),
                        ForgeryChecks.list(),
                        NominationChecks.list(),
                        target.secretHeader().stream().flatMap(SecretChecks::list),
                        PathChecks.list(target),
                        ResolverChecks.list(),
                        BypassChecks.list(),
                        CacheChecks.list(),
                        PassingChecks.list(),
                        Stream.of(WebSocketCheck.of()),
                        FaultChecks.list())
                .flatMap(checks -> checks)
                .toList();
    }
}
