package com.authgear.headers.servlet;

import java.util.Arrays;
import java.util.List;

/** Where an identity is optional. Where a target is not plain it is required. */
final class OptionalPaths {
    private static final OptionalPaths NONE = new OptionalPaths(false, List.of());
    private static final OptionalPaths ALL = new OptionalPaths(true, List.of());

    private final boolean all;
    private final List<UrlPattern> patterns;

    private OptionalPaths(boolean all, List<UrlPattern> patterns) {
        this.all = all;
        this.patterns = patterns;
    }

    static OptionalPaths none() {
        return NONE;
    }

    static OptionalPaths all() {
        return ALL;
    }

    static OptionalPaths of(String... patterns) {
        return new OptionalPaths(
                false, Arrays.stream(patterns).map(OptionalPaths::pattern).toList());
    }

    /** Whether the target is one of them, in every reading. */
    boolean include(Target target) {
        return all || (target.plain() && target.paths().stream().allMatch(this::matches));
    }

    /** Whether the target is one of them in some readings, and may be none in others. */
    boolean areUnsureOf(Target target) {
        return !include(target) && target.paths().stream().anyMatch(this::matches);
    }

    /** Whether there are such paths, and others. */
    boolean areSome() {
        return !patterns.isEmpty();
    }

    private boolean matches(String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static UrlPattern pattern(String text) {
        UrlPattern pattern = UrlPattern.parse(text);
        if (pattern instanceof UrlPattern.Extension) {
            throw new IllegalArgumentException("optional path \"" + text + "\": it would open every page under such a"
                    + " name, such as /admin/x" + text.substring(1)
                    + "; name a folder, such as /static/*, or the files one by one");
        }
        return pattern;
    }

    /** For the log. */
    @Override
    public String toString() {
        return all ? "identity optional" : "identity required but on " + patterns.size() + " optional path(s)";
    }
}
