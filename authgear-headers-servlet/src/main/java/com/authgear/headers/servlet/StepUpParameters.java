package com.authgear.headers.servlet;

import com.authgear.headers.StepUpRule;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import java.util.function.Function;

/** Reads step-up rules from the init-params of {@code web.xml}, one on each line. An error in one stops the start. */
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
            case "requireAmr" -> read(name, this::amr);
            case "justNow" -> {
                if (config.getInitParameter("requireAmr") == null) {
                    throw new IllegalArgumentException("init-param justNow has no effect without requireAmr");
                }
            }
            default ->
                throw new IllegalArgumentException(
                        "there is no init-param " + name + "; the Javadoc of StepUpFilter.init lists those there are");
        }
    }

    private StepUpRule amr(String methods) {
        StepUpRule rule = StepUpRule.amr(methods.split("\\+", -1));
        String justNow = config.getInitParameter("justNow");
        return justNow == null ? rule : rule.justNow(justNow);
    }

    private void read(String name, Function<String, StepUpRule> rule) {
        config.getInitParameter(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> add(name, rule, line.split("\\s+", 2)));
    }

    private void add(String name, Function<String, StepUpRule> rule, String... words) {
        String[] patterns = words.length == 1 ? new String[0] : InitParameters.paths(name, words[1]);
        for (String pattern : patterns) {
            if (pattern.chars().anyMatch(Character::isWhitespace)) {
                throw new IllegalArgumentException("init-param " + name + ": separate \"" + pattern + "\" by commas");
            }
        }
        builder.add(name + " " + String.join(" ", words), () -> rule.apply(words[0]), patterns);
    }
}
