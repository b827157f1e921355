package com.authgear.headers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a request requires of the user's login: how recent it must be, and by which methods (RFC 9470).
 *
 * <p>It proves no more than what the resolver says about the login. It does <em>not</em> notice that the resolver's
 * answer comes from a proxy cache, which may still show the old login of the same cookie or token: bypass the cache
 * where such a rule holds. Immutable, thread-safe, compared by value.
 */
public final class StepUpRule {
    private static final Duration DEFAULT_JUST_NOW = Duration.ofSeconds(60);

    private final @Nullable Duration maxAge;
    private final Set<String> requiredAmr;
    /** Null if and only if no method is required. */
    private final @Nullable Duration justNow;

    private StepUpRule(@Nullable Duration maxAge, Set<String> requiredAmr, @Nullable Duration justNow) {
        this.maxAge = maxAge;
        this.requiredAmr = Collections.unmodifiableSet(requiredAmr);
        this.justNow = justNow;
    }

    /**
     * Requires a login that is not older than this. Less than a minute may send slow users to the login twice.
     *
     * @param maxAge whole seconds, from one to 365 days
     * @return the rule
     * @throws IllegalArgumentException if it is anything else
     */
    public static StepUpRule recentLogin(Duration maxAge) {
        return new StepUpRule(MaxAge.checked("maxAge", maxAge), new TreeSet<>(), null);
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
     * Requires a login by <em>all</em> of these methods. Social and enterprise logins carry none and are refused.
     *
     * <p>No released Authgear server sends the methods, see {@link AuthenticationMethods}: this refuses every user, and
     * the first such rule of the process logs a warning that says so.
     *
     * @param methods one or more values of {@link AuthenticationMethods}, except
     *     {@link AuthenticationMethods#DEVICE_TOKEN}, which says that a factor was skipped
     * @return the rule
     * @throws IllegalArgumentException if no method is given, or one is unknown or the device token
     */
    public static StepUpRule amr(String... methods) {
        StepUpRule rule = new StepUpRule(null, checked(methods), DEFAULT_JUST_NOW);
        AuthenticationMethods.warnNotSent(rule.toString());
        return rule;
    }

    /**
     * The same with another age up to which a login counts as made just now. If such a login lacks a method, the result
     * is {@link StepUpResult.Reason#FACTOR_UNAVAILABLE} and no challenge, so that no client is sent to log in for ever.
     *
     * @param age whole seconds, from one to 365 days; 60 seconds by default
     * @return the rule
     * @throws IllegalArgumentException if it is anything else
     * @throws IllegalStateException if this rule requires no method: then it would have no effect
     */
    public StepUpRule justNow(Duration age) {
        if (requiredAmr.isEmpty()) {
            throw new IllegalStateException("justNow has no effect on a rule that requires no method");
        }
        return new StepUpRule(maxAge, requiredAmr, MaxAge.checked("justNow", age));
    }

    /**
     * The same as text, in the form of {@link #recentLogin(String)}.
     *
     * @param age a number with its unit
     * @return the rule
     * @throws IllegalArgumentException if it is no duration, or out of bounds
     * @throws IllegalStateException if this rule requires no method
     */
    public StepUpRule justNow(String age) {
        return justNow(MaxAge.parse("justNow", age));
    }

    /**
     * Combines two rules: the shorter age, the methods of both, and the longer {@link #justNow(Duration) justNow}.
     *
     * @param other another rule
     * @return a rule that is satisfied only if both are
     */
    public StepUpRule and(StepUpRule other) {
        Set<String> both = new TreeSet<>(requiredAmr);
        both.addAll(other.requiredAmr);
        Duration shorter = Stream.of(maxAge(), other.maxAge())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Duration longer = Stream.concat(Stream.ofNullable(justNow), Stream.ofNullable(other.justNow))
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new StepUpRule(shorter, both, longer);
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
     * Evaluates the rule for a user. An anonymous user never satisfies it, however fresh the session, since no account
     * has logged in. A rule with an age is not satisfied by a login of unknown time, a rule with methods not by a login
     * that lacks one. A login in the future counts as made now; the parser alone limits how far, by its
     * {@linkplain AuthgearHeaderParser.Builder#clockSkew clock skew}.
     *
     * <p>If another login would change nothing, the result is no challenge. Where methods are required the challenge
     * asks for a new login, with a maximum age of zero: a login replaces the methods of the one before it.
     *
     * @param user who is authenticated
     * @param clock the time to compare the login with; use {@link AuthgearHeaderParser#clock}
     * @return satisfied, a challenge, or forbidden if another login would not help
     */
    public StepUpResult evaluate(AuthgearPrincipal user, Clock clock) {
        if (user.isAnonymous()) {
            return new StepUpResult.Forbidden(StepUpResult.Reason.ANONYMOUS_USER);
        }
        boolean methods = user.amr().containsAll(requiredAmr);
        if (methods && maxAge == null) {
            return StepUpResult.satisfied();
        }
        Duration age = age(user, clock.instant());
        if (age == null) {
            return new StepUpResult.Forbidden(StepUpResult.Reason.AUTHENTICATION_TIME_UNKNOWN);
        }
        if (methods && isAtMost(maxAge, age)) {
            return StepUpResult.satisfied();
        }
        if (!user.canReauthenticate()) {
            return new StepUpResult.Forbidden(StepUpResult.Reason.REAUTHENTICATION_UNAVAILABLE);
        }
        return !methods && isAtMost(justNow, age)
                ? new StepUpResult.Forbidden(StepUpResult.Reason.FACTOR_UNAVAILABLE)
                : new StepUpResult.Challenge(maxAgeOfNextLogin(), requiredAmr);
    }

    private Duration maxAgeOfNextLogin() {
        return maxAge == null || !requiredAmr.isEmpty() ? Duration.ZERO : maxAge;
    }

    private static boolean isAtMost(@Nullable Duration limit, Duration age) {
        return limit != null && age.compareTo(limit) <= 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StepUpRule that
                && Objects.equals(maxAge, that.maxAge)
                && requiredAmr.equals(that.requiredAmr)
                && Objects.equals(justNow, that.justNow);
    }

    @Override
    public int hashCode() {
        return Objects.hash(maxAge, requiredAmr, justNow);
    }

    /** {@return the requirement, for messages and logs} */
    @Override
    public String toString() {
        List<String> parts = new ArrayList<>();
        if (maxAge != null) {
            parts.add("maxAge=" + maxAge.toSeconds() + "s");
        }
        if (justNow != null) {
            parts.add("amr=" + String.join("+", requiredAmr));
            if (!justNow.equals(DEFAULT_JUST_NOW)) {
                parts.add("justNow=" + justNow.toSeconds() + "s");
            }
        }
        return "StepUpRule[" + String.join(", ", parts) + "]";
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
