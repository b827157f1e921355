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
 * What a request requires of the user's login: how recent it must be, and by which methods (RFC 9470).
 *
 * <p>It proves no more than what the resolver says about the login. It does <em>not</em> notice that the resolver's
 * answer comes from a proxy cache, which shows the old login until the entry expires: bypass the cache where such a
 * rule holds. Immutable, thread-safe, compared by value.
 */
public final class StepUpRule {
    /** A login of at most this age counts as new: another one would use the same methods again. */
    private static final Duration JUST_NOW = Duration.ofSeconds(60);

    private final @Nullable Duration maxAge;
    private final Set<String> requiredAmr;

    private StepUpRule(@Nullable Duration maxAge, Set<String> requiredAmr) {
        this.maxAge = maxAge;
        this.requiredAmr = Collections.unmodifiableSet(requiredAmr);
    }

    /**
     * Requires a login that is not older than this. Less than a minute may send slow users to the login twice.
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
     * Requires a login by <em>all</em> of these methods. Social, enterprise and anonymous logins carry none and are
     * refused.
     *
     * @param methods one or more values of {@link AuthenticationMethods}, except
     *     {@link AuthenticationMethods#DEVICE_TOKEN}, which says that a factor was skipped
     * @return the rule
     * @throws IllegalArgumentException if no method is given, or one is unknown or the device token
     */
    public static StepUpRule amr(String... methods) {
        return new StepUpRule(null, checked(methods));
    }

    /**
     * Combines two rules: the shorter age, and the methods of both.
     *
     * @param other another rule
     * @return a rule that is satisfied only if both are
     */
    public StepUpRule and(StepUpRule other) {
        Set<String> both = new TreeSet<>(requiredAmr);
        both.addAll(other.requiredAmr);
        return new StepUpRule(MaxAge.shorter(maxAge, other.maxAge), both);
    }

    /** {@return how old the login may be; empty for any age} */
    public Optional<Duration> maxAge() {
        return Optional.ofNullable(maxAge);
    }

    /** {@return the required methods, in alphabetical order, immutable; empty for any} */
    public Set<String> requiredAmr() {
        return requiredAmr;
    }

    /**
     * Evaluates the rule for a user. An unknown time or method never satisfies it. A login in the future counts as made
     * now; the parser alone limits how far, by its {@linkplain AuthgearHeaderParser.Builder#clockSkew clock skew}. If
     * another login would change nothing, the result is no challenge, so that no client is sent to log in for ever.
     *
     * @param user who is authenticated
     * @param clock the time to compare the login with; use {@link AuthgearHeaderParser#clock}
     * @return satisfied, a challenge, or forbidden if another login would not help
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

    /** A misspelt method would refuse every user, and the device token admit only those who skipped the factor. */
    private static Set<String> checked(String... methods) {
        if (methods.length == 0) {
            throw new IllegalArgumentException("amr names no method");
        }
        for (String method : methods) {
            if (method.equals(AuthenticationMethods.DEVICE_TOKEN)) {
                throw new IllegalArgumentException(
                        "amr \"" + method + "\" proves no factor: it says that one was skipped");
            }
            if (!AuthenticationMethods.isListed(method)) {
                throw new IllegalArgumentException("amr \"" + method + "\" is not in AuthenticationMethods");
            }
        }
        return new TreeSet<>(Set.of(methods));
    }

    /** The age of the login; null if it is unknown or further in the future than any parser accepts. */
    private static @Nullable Duration age(AuthgearPrincipal user, Instant now) {
        Instant login = user.authenticatedAt().orElse(null);
        return login == null || login.isAfter(now.plus(AuthgearHeaderParser.MAX_CLOCK_SKEW))
                ? null
                : Duration.between(login, now);
    }
}
