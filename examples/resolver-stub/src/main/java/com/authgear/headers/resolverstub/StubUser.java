package com.authgear.headers.resolverstub;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.AuthgearSession;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A user of the stub. Immutable.
 *
 * @param principal what the headers say of the user
 * @param standing whether Authgear accepts the user
 */
public record StubUser(AuthgearPrincipal principal, Standing standing) {
    /** Whether Authgear accepts a user, and what has become of the sessions. */
    public enum Standing {
        /** Accepted. */
        GOOD,
        /**
         * Disabled by an administrator, or scheduled for deletion, or anonymised: the sessions are gone. A token is no
         * session, a session cookie an invalid one.
         */
        DISABLED,
        /**
         * No longer, or not yet, accepted because of the time: the account has expired, or was to be disabled from a
         * moment on. The sessions are there, and invalid by token and by cookie.
         */
        EXPIRED
    }

    /**
     * Refuses null.
     *
     * @param principal what the headers say of the user
     * @param standing whether Authgear accepts the user
     */
    public StubUser {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(standing, "standing");
    }

    /**
     * A user in good standing.
     *
     * @param principal what the headers say of the user
     * @return the user
     */
    public static StubUser enabled(AuthgearPrincipal principal) {
        return new StubUser(principal, Standing.GOOD);
    }

    boolean isSameUser(StubUser other) {
        return principal.userId().equals(other.principal.userId());
    }

    StubUser loggedInAt(Instant time, List<String> amr) {
        AuthgearPrincipal.Builder copy = AuthgearPrincipal.builder(principal.userId())
                .anonymous(principal.isAnonymous())
                .verified(principal.isVerified())
                .canReauthenticate(principal.canReauthenticate())
                .roles(principal.roles())
                .amr(amr)
                .authenticatedAt(time);
        principal.acr().ifPresent(copy::acr);
        return new StubUser(copy.build(), standing);
    }

    AuthgearSession session() {
        return standing == Standing.GOOD ? new AuthgearSession.Valid(principal) : AuthgearSession.invalid();
    }
}
