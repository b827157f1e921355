package com.authgear.headers.servlet;

import com.authgear.headers.StepUpRule;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import java.util.List;
import java.util.function.Function;

/** Rules of step-up as the init-params of {@code web.xml}, one a line. What is unknown or malformed stops the start. */
final class StepUpParameters {
    private final StepUpFilter.Builder builder = StepUpFilter.builder();
    private final FilterConfig config;

    StepUpParameters(FilterConfig config) {
        this.config = config;
    }

    StepUpPaths paths() throws ServletException {
        try {
            config.getInitParameterNames().asIterator().forEachRemaining(this::read);
            return builder.paths();
        } catch (IllegalArgumentException e) {
            throw new ServletException("StepUpFilter \"" + config.getFilterName() + "\": " + e.getMessage(), e);
        }
    }

    private void read(String name) {
        switch (name) {
            case "requireRecent" -> read(name, StepUpRule::recentLogin);
            case "requireAmr" -> read(name, methods -> StepUpRule.amr(methods.split("\\+", -1)));
            default ->
                throw new IllegalArgumentException(
                        "there is no init-param " + name + "; the Javadoc of StepUpFilter.init lists those there are");
        }
    }

    private void read(String name, Function<String, StepUpRule> rule) {
        config.getInitParameter(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> add(name + " " + line, rule, List.of(line.split("\\s+"))));
    }

    private void add(String what, Function<String, StepUpRule> rule, List<String> words) {
        String[] patterns = words.stream()
                .skip(1)
                .map(pattern -> pattern.equals("\"\"") ? "" : pattern)
                .toArray(String[]::new);
        builder.add(what, () -> rule.apply(words.get(0)), patterns);
    }
}
