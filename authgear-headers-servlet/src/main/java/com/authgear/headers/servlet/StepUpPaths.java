package com.authgear.headers.servlet;

import com.authgear.headers.StepUpRule;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The step-up rules by path. */
final class StepUpPaths {
    private final Map<String, StepUpRule> byPattern;
    private final List<PathRule> rules;

    StepUpPaths(Map<String, StepUpRule> byPattern) {
        this.byPattern = byPattern;
        rules = byPattern.entrySet().stream()
                .map(rule -> new PathRule(UrlPattern.parse(folded(rule.getKey())), rule.getValue()))
                .toList();
    }

    /** All rules that cover a target in any of its readings, combined. */
    Optional<StepUpRule> rule(Target target) {
        List<String> paths = target.paths().stream()
                .map(StepUpPaths::folded)
                .flatMap(path -> Stream.of(path, withoutQuery(path)))
                .toList();
        return all(rules.stream().filter(rule -> paths.stream().anyMatch(rule::covers)));
    }

    /** All rules combined; there is at least one. */
    StepUpRule everyRule() {
        return all(rules.stream()).orElseThrow();
    }

    private static Optional<StepUpRule> all(Stream<PathRule> rules) {
        return rules.map(PathRule::rule).reduce(StepUpRule::and);
    }

    /** What is left of a decoded path if the application passes it on, as to {@code getRequestDispatcher}. */
    private static String withoutQuery(String path) {
        return path.split("[?#]", 2)[0];
    }

    /**
     * Makes paths equal that are so to a router that ignores case or reads {@code +} as a blank. Both steps are needed:
     * some letters become equal only in upper case, others only in lower case.
     */
    private static String folded(String path) {
        StringBuilder folded = new StringBuilder(path.toUpperCase(Locale.ROOT));
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            folded.setCharAt(i, c == '+' ? ' ' : Character.toLowerCase(c));
        }
        return folded.toString();
    }

    /** For the log. */
    @Override
    public String toString() {
        return byPattern.entrySet().stream()
                .map(rule -> (rule.getKey().isEmpty() ? "\"\"" : rule.getKey()) + " " + rule.getValue())
                .collect(Collectors.joining(", "));
    }

    private record PathRule(UrlPattern pattern, StepUpRule rule) {
        /** Covers more than the container's mapping, because frameworks read {@code /x/} as {@code /x}. */
        boolean covers(String path) {
            return pattern.matches(path)
                    || (path.endsWith("/") && pattern.matches(path.substring(0, path.length() - 1)));
        }
    }
}
