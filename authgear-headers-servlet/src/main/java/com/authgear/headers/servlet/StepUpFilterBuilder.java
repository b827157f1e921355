package com.authgear.headers.servlet;

import com.authgear.headers.StepUpRule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Rules of the {@link StepUpFilter}. What cannot be meant is refused by the rule's url-pattern. Not thread-safe.
 *
 * <p>Where several patterns cover a path, all their rules hold. Patterns are {@code /exact}, {@code /prefix/*},
 * {@code *.extension}, {@code /*}, or the empty one for the root of the context, and are compared without regard to case.
 */
public final class StepUpFilterBuilder {
    System.Logger logger = System.getLogger(StepUpFilter.class.getName());
    private final Map<String, StepUpRule> rules = new LinkedHashMap<>();

    StepUpFilterBuilder() {}

    /**
     * Asks for a login that is not older than this.
     *
     * @param maxAge whole seconds, from one to 365 days
     * @param patterns one or more url-patterns
     * @return this
     * @throws IllegalArgumentException if the age or a pattern is none, or a pattern has another age already
     */
    public StepUpFilterBuilder requireRecent(Duration maxAge, String... patterns) {
        return add("requireRecent " + maxAge, () -> StepUpRule.recentLogin(maxAge), patterns);
    }

    /**
     * Asks for a login by this method; for more than one say {@link #require}.
     *
     * @param method a value of {@link com.authgear.headers.AuthenticationMethods}, but the device token
     * @param patterns one or more url-patterns
     * @return this
     * @throws IllegalArgumentException if the method is unknown or a pattern is none, or a pattern has other methods
     *     already
     */
    public StepUpFilterBuilder requireAmr(String method, String... patterns) {
        return add("requireAmr " + method, () -> StepUpRule.amr(method), patterns);
    }

    /**
     * Asks for what a rule says.
     *
     * @param rule the rule
     * @param patterns one or more url-patterns
     * @return this
     * @throws IllegalArgumentException if a pattern is none, or has another age or other methods already
     */
    public StepUpFilterBuilder require(StepUpRule rule, String... patterns) {
        return add("require " + rule, () -> rule, patterns);
    }

    /**
     * Builds the filter.
     *
     * @return the filter
     * @throws IllegalArgumentException if there is no rule: the filter would protect nothing
     */
    public StepUpFilter build() {
        return new StepUpFilter(paths(), logger);
    }

    StepUpPaths paths() {
        if (rules.isEmpty()) {
            throw new IllegalArgumentException("there is no step-up rule, so that nothing would be protected");
        }
        return new StepUpPaths(new LinkedHashMap<>(rules));
    }

    StepUpFilterBuilder add(String what, Supplier<StepUpRule> rule, String... patterns) {
        if (patterns.length == 0) {
            throw new IllegalArgumentException("step-up rule \"" + what + "\": it names no url-pattern");
        }
        for (String pattern : patterns) {
            try {
                add(pattern, rule.get());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "step-up rule \"" + what + "\" for \"" + pattern + "\": " + e.getMessage(), e);
            }
        }
        return this;
    }

    private void add(String pattern, StepUpRule rule) {
        UrlPattern.parse(pattern);
        StepUpRule earlier = rules.get(pattern);
        if (earlier != null) {
            refuseContradiction(earlier, rule);
        }
        rules.put(pattern, earlier == null ? rule : earlier.and(rule));
    }

    private static void refuseContradiction(StepUpRule earlier, StepUpRule rule) {
        boolean ages = earlier.maxAge().isPresent()
                && rule.maxAge().isPresent()
                && !earlier.maxAge().equals(rule.maxAge());
        boolean methods = !earlier.requiredAmr().isEmpty()
                && !rule.requiredAmr().isEmpty()
                && !earlier.requiredAmr().equals(rule.requiredAmr());
        if (ages || methods) {
            throw new IllegalArgumentException("it contradicts " + earlier + ", said of the same pattern before");
        }
    }
}
