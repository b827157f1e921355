package com.authgear.headers;

import java.security.Principal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The user to whom the session of a request belongs.
 *
 * <p>Does not say what the user may do or which OAuth client sent the request, and holds no credential. It is as
 * trustworthy as the request it was read from, see {@link ProxyTrust}. Immutable, thread-safe, compared by value; not
 * serializable, since an identity must not outlive its request.
 */
public final class AuthgearPrincipal implements Principal {
    private static final long UNKNOWN = -1;

    private final String userId;
    private final boolean anonymous;
    private final boolean verified;
    private final boolean canReauthenticate;
    private final Set<String> roles;
    private final List<String> amr;
    private final @Nullable String acr;
    /** Seconds since the epoch, or {@link #UNKNOWN}. */
    private final long authenticatedAt;

    private AuthgearPrincipal(Builder builder) {
        userId = builder.userId;
        anonymous = builder.anonymous;
        verified = builder.verified;
        canReauthenticate = builder.canReauthenticate;
        roles = builder.roles;
        amr = builder.amr;
        acr = builder.acr;
        authenticatedAt = builder.authenticatedAt;
    }

    /**
     * Starts a principal: not anonymous, not verified, unable to reauthenticate, nothing else known.
     *
     * @param userId 1 to 128 characters of {@code A-Za-z0-9._~:@-}
     * @return a builder
     * @throws IllegalArgumentException if the user id is not of that form
     */
    public static Builder builder(String userId) {
        return new Builder(Grammar.require(Grammar.isUserId(userId), userId, "userId"));
    }

    /** {@return the opaque user id, never empty} */
    public String userId() {
        return userId;
    }

    /** {@return the user id} */
    @Override
    public String getName() {
        return userId;
    }

    /** {@return whether the user is anonymous: the session belongs to no account that could log in again} */
    public boolean isAnonymous() {
        return anonymous;
    }

    /** {@return whether Authgear considers the user verified} */
    public boolean isVerified() {
        return verified;
    }

    /** {@return whether the user can be asked to authenticate again} */
    public boolean canReauthenticate() {
        return canReauthenticate;
    }

    /** {@return the role keys in the order sent, immutable; empty unless roles are trusted} */
    public Set<String> roles() {
        return roles;
    }

    /** {@return the authentication methods in the order sent, immutable; empty when unknown} */
    public List<String> amr() {
        return amr;
    }

    /** {@return the authentication context class; no Authgear server since 2021 sends it} */
    public Optional<String> acr() {
        return Optional.ofNullable(acr);
    }

    /** {@return when the user last authenticated, to the second; empty when unknown, which never counts as recent} */
    public Optional<Instant> authenticatedAt() {
        return authenticatedAt == UNKNOWN ? Optional.empty() : Optional.of(Instant.ofEpochSecond(authenticatedAt));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AuthgearPrincipal that
                && userId.equals(that.userId)
                && anonymous == that.anonymous
                && verified == that.verified
                && canReauthenticate == that.canReauthenticate
                && roles.equals(that.roles)
                && amr.equals(that.amr)
                && Objects.equals(acr, that.acr)
                && authenticatedAt == that.authenticatedAt;
    }

    @Override
    public int hashCode() {
        return userId.hashCode();
    }

    /** {@return the user id, whether anonymous and whether verified: safe to log} */
    @Override
    public String toString() {
        return "AuthgearPrincipal[userId=" + userId + ", anonymous=" + anonymous + ", verified=" + verified + "]";
    }

    /** Builds a principal. Every method refuses values that the headers could not carry. Not thread-safe. */
    public static final class Builder {
        private final String userId;
        private boolean anonymous;
        private boolean verified;
        private boolean canReauthenticate;
        // IdentityReader sets the following directly, after its own checks.
        Set<String> roles = Set.of();
        List<String> amr = List.of();

        @Nullable
        String acr;

        long authenticatedAt = UNKNOWN;

        /** The user id must have been checked. */
        Builder(String userId) {
            this.userId = userId;
        }

        /**
         * Whether the user is anonymous.
         *
         * @param value the flag
         * @return this
         */
        public Builder anonymous(boolean value) {
            anonymous = value;
            return this;
        }

        /**
         * Whether the user is verified.
         *
         * @param value the flag
         * @return this
         */
        public Builder verified(boolean value) {
            verified = value;
            return this;
        }

        /**
         * Whether the user can authenticate again.
         *
         * @param value the flag
         * @return this
         */
        public Builder canReauthenticate(boolean value) {
            canReauthenticate = value;
            return this;
        }

        /**
         * The role keys; repeated ones count once.
         *
         * @param keys at most 200 keys of the form {@code [A-Za-z_][A-Za-z0-9:_.]{0,63}}, none in Authgear's own
         *     {@code authgear:} space
         * @return this
         * @throws IllegalArgumentException if they are not of that form
         */
        public Builder roles(Collection<String> keys) {
            List<String> copy = List.copyOf(keys);
            Grammar.require(Grammar.areRoles(copy), copy, "roles");
            roles = FewStrings.of(copy.toArray(String[]::new));
            return this;
        }

        /**
         * The authentication methods, see {@link AuthenticationMethods}.
         *
         * @param methods at most 64 values of the form {@code [A-Za-z0-9_.:-]{1,64}}
         * @return this
         * @throws IllegalArgumentException if they are not of that form
         */
        public Builder amr(Collection<String> methods) {
            List<String> copy = List.copyOf(methods);
            amr = Grammar.require(Grammar.areMethods(copy), copy, "amr");
            return this;
        }

        /**
         * The authentication context class.
         *
         * @param value 1 to 256 visible ASCII characters
         * @return this
         * @throws IllegalArgumentException if it is not of that form
         */
        public Builder acr(String value) {
            acr = Grammar.require(Grammar.isAcr(value), value, "acr");
            return this;
        }

        /**
         * When the user last authenticated; kept to the second, as the header is.
         *
         * @param value from 1970 to 9999
         * @return this
         * @throws IllegalArgumentException if it is outside those years
         */
        public Builder authenticatedAt(Instant value) {
            long seconds = value.getEpochSecond();
            Grammar.require(seconds >= 0 && seconds <= Grammar.MAX_SECONDS, value, "authenticatedAt");
            authenticatedAt = seconds;
            return this;
        }

        /** {@return the principal} */
        public AuthgearPrincipal build() {
            return new AuthgearPrincipal(this);
        }
    }
}
