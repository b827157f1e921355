package com.authgear.headers.examples.springboot.app;

import com.authgear.headers.AuthgearPrincipal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user as JSON. */
record Me(
        String userId,
        boolean anonymous,
        boolean verified,
        boolean canReauthenticate,
        List<String> roles,
        List<String> amr,
        @Nullable String acr,
        @Nullable Instant authenticatedAt) {
    static Me of(AuthgearPrincipal user) {
        return new Me(
                user.userId(),
                user.isAnonymous(),
                user.isVerified(),
                user.canReauthenticate(),
                List.copyOf(user.roles()),
                List.copyOf(user.amr()),
                user.acr().orElse(null),
                user.authenticatedAt().orElse(null));
    }
}
