package com.authgear.headers.bootsuite;

import com.authgear.headers.AuthgearPrincipal;
import java.time.Instant;
import java.util.List;

/** Users whose logins are so many seconds old. */
final class StepUpUsers {
    private StepUpUsers() {}

    static AuthgearPrincipal aged(long seconds, String... amr) {
        return of(seconds, amr).build();
    }

    static AuthgearPrincipal.Builder of(long seconds, String... amr) {
        return AuthgearPrincipal.builder("alice")
                .canReauthenticate(true)
                .amr(List.of(amr))
                .authenticatedAt(Instant.now().minusSeconds(seconds));
    }

    static AuthgearPrincipal unableAged(long seconds, String... amr) {
        return of(seconds, amr).canReauthenticate(false).build();
    }
}
