package com.authgear.headers.servlet;

import com.authgear.headers.StepUpRule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which paths ask what of a login. In doubt a path asks for everything. */
final class StepUpPaths {
    private final Map<String, StepUpRule> byPattern;
    private final List<PathRule> rules;

    StepUpPaths(Map<String, StepUpRule> byPattern) {
        this.byPattern = byPattern;
        rules = byPattern.entrySet().stream()
                .map(rule -> new PathRule(UrlPattern.parse(rule.getKey()), rule.getValue()))
                .toList();
    }

    /**
     * What the request's path asks, all rules that cover it together.
     *
     * @throws com.authgear.headers.MalformedHeadersException if the container calls the URI ambiguous
     */
    Optional<StepUpRule> rule(HttpServletRequest request) {
        RequestPath path = RequestPath.of(request);
        boolean plain = path.isPlain();
        return rules.stream()
                .filter(rule -> !plain || rule.covers(path.text()))
                .map(PathRule::rule)
                .reduce(StepUpRule::and);
    }

    /** For the log. */
    @Override
    public String toString() {
        return byPattern.entrySet().stream()
                .map(rule -> (rule.getKey().isEmpty() ? "\"\"" : rule.getKey()) + " " + rule.getValue())
                .collect(Collectors.joining(", "));
    }

    private record PathRule(UrlPattern pattern, StepUpRule rule) {
        /** Wider than a mapping of the container: frameworks take {@code /x/} for {@code /x} and map by suffix. */
        boolean covers(String path) {
            return pattern.matches(path, false)
                    || (path.endsWith("/") && pattern.matches(path.substring(0, path.length() - 1), false));
        }
    }
}
