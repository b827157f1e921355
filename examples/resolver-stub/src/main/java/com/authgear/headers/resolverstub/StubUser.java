package com.authgear.headers.resolverstub;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import java.time.Instant;
import java.util.Objects;

/**
 * A user of the stub. Immutable.
 *
 * @param principal what the headers say of the user
 * @param disabled whether Authgear would refuse the user: their sessions are then invalid
 */
public record StubUser(AuthgearPrincipal principal, boolean disabled) {
    /**
     * Refuses null.
     *
     * @param principal what the headers say of the user
     * @param disabled whether Authgear would refuse the user
     */
    public StubUser {
        Objects.requireNonNull(principal, "principal");
    }

    /**
     * A user in good standing.
     *
     * @param principal what the headers say of the user
     * @return the user
     */
    public static StubUser enabled(AuthgearPrincipal principal) {
        return new StubUser(principal, false);
    }

    /** A user of whom no time is known stays so. */
    StubUser loggedInAt(Instant time) {
        return principal.authenticatedAt().isEmpty() ? this : new StubUser(at(time), disabled);
    }

    private AuthgearPrincipal at(Instant time) {
        AuthgearPrincipal.Builder copy = AuthgearPrincipal.builder(principal.userId())
                .anonymous(principal.isAnonymous())
                .verified(principal.isVerified())
                .canReauthenticate(principal.canReauthenticate())
                .roles(principal.roles())
                .amr(principal.amr())
                .authenticatedAt(time);
        principal.acr().ifPresent(copy::acr);
        return copy.build();
    }

    AuthgearSession session() {
        return disabled ? AuthgearSession.invalid() : new AuthgearSession.Valid(principal);
    }
}
