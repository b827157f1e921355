package com.authgear.headers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of the login behind its session: how recent it must be, and by which methods (RFC 9470).
 *
 * <p>It reads what the resolver says of the login and can prove no more than that. It does <em>not</em> see an answer of
 * the resolver that a proxy cache kept: a cache must be bypassed where such a rule holds, or it shows the old login for
 * as long as it keeps it. Immutable, thread-safe, compared by value.
 */
public final class StepUpRule {
    /** A login this young was just made: another one would bring the same methods again. */
    private static final Duration JUST_NOW = Duration.ofSeconds(60);

    private final @Nullable Duration maxAge;
    private final Set<String> requiredAmr;

    private StepUpRule(@Nullable Duration maxAge, Set<String> requiredAmr) {
        this.maxAge = maxAge;
        this.requiredAmr = Collections.unmodifiableSet(requiredAmr);
    }

    /**
     * A login that is not older than this. One of less than a minute sends slow users round twice.
     *
     * @param maxAge whole seconds, from one to 365 days
     * @return the rule
     * @throws IllegalArgumentException if it is anything else
     */
    public static StepUpRule recentLogin(Duration maxAge) {
        return new StepUpRule(MaxAge.checked(maxAge), new TreeSet<>());
    }

    /**
     * The same as text: {@code 90s}, {@code 5m}, {@code 12h}, {@code 1d}, or ISO 8601 such as {@code PT5M}.
     *
     * @param maxAge a number with its unit
     * @return the rule
     * @throws IllegalArgumentException if it is no duration, or out of bounds
     */
    public static StepUpRule recentLogin(String maxAge) {
        return recentLogin(MaxAge.parse("maxAge", maxAge));
    }

    /**
     * A login by <em>all</em> of these methods. Social, enterprise and anonymous logins carry none and are refused.
     *
     * @param methods one or more values of {@link AuthenticationMethods}, but {@link AuthenticationMethods#DEVICE_TOKEN},
     *     which says that a factor was skipped
     * @return the rule
     * @throws IllegalArgumentException if there is none, or one is unknown or proves nothing
     */
    public static StepUpRule amr(String... methods) {
        return new StepUpRule(null, AmrRequirement.of(methods));
    }

    /**
     * Both: the shorter age, and the methods of either.
     *
     * @param other another rule
     * @return a rule that is satisfied where both are
     */
    public StepUpRule and(StepUpRule other) {
        Set<String> both = new TreeSet<>(requiredAmr);
        both.addAll(other.requiredAmr);
        return new StepUpRule(MaxAge.shorter(maxAge, other.maxAge), both);
    }

    /** {@return how old the login may be; empty if it does not matter} */
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(maxAge);
    }

    /** {@return the methods that must all be there, in alphabetical order, immutable; empty if they do not matter} */
    public Set<String> requiredAmr() {
        return requiredAmr;
    }

    /**
     * Judges a user. What is unknown never satisfies. A login that lies in the future counts as made now: how far it may
     * is the {@linkplain AuthgearHeaderParser.Builder#clockSkew clock skew} of the parser alone. Where another login would bring nothing new the answer is no
     * challenge, so that no client goes round in circles.
     *
     * @param user who is authenticated
     * @param clock tells the age of the login; the parser's, see {@link AuthgearHeaderParser#clock}
     * @return satisfied, a challenge, or that a login would be in vain
     */
    public StepUpResult evaluate(AuthgearPrincipal user, Clock clock) {
        boolean methods = user.amr().containsAll(requiredAmr);
        Duration needed = methods ? maxAge : Duration.ZERO;
        if (needed == null) {
            return StepUpResult.satisfied();
        }
        Duration age = age(user, clock.instant());
        if (age == null) {
            return new StepUpResult.Forbidden(StepUpResult.Reason.AUTHENTICATION_TIME_UNKNOWN);
        }
        if (methods && age.compareTo(needed) <= 0) {
            return StepUpResult.satisfied();
        }
        if (!user.canReauthenticate()) {
            return new StepUpResult.Forbidden(StepUpResult.Reason.REAUTHENTICATION_UNAVAILABLE);
        }
        return !methods && age.compareTo(JUST_NOW) <= 0
                ? new StepUpResult.Forbidden(StepUpResult.Reason.FACTOR_UNAVAILABLE)
                : new StepUpResult.Challenge(needed, requiredAmr);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StepUpRule that
                && Objects.equals(maxAge, that.maxAge)
                && requiredAmr.equals(that.requiredAmr);
    }

    @Override
    public int hashCode() {
        return Objects.hash(maxAge, requiredAmr);
    }

    /** {@return the requirement, for messages and logs} */
    @Override
    public String toString() {
        String age = maxAge == null ? "" : "maxAge=" + maxAge.toSeconds() + "s";
        String amr = requiredAmr.isEmpty() ? "" : "amr=" + String.join("+", requiredAmr);
        return "StepUpRule[" + age + (age.isEmpty() || amr.isEmpty() ? "" : ", ") + amr + "]";
    }

    /** Null if it is unknown, as where it lies further in the future than any parser lets pass. */
    private static @Nullable Duration age(AuthgearPrincipal user, Instant now) {
        Instant login = user.authenticatedAt().orElse(null);
        return login == null || login.isAfter(now.plus(AuthgearHeaderParser.MAX_CLOCK_SKEW))
                ? null
                : Duration.between(login, now);
    }
}
