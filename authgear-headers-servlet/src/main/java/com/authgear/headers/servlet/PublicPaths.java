package com.authgear.headers.servlet;

import java.util.Arrays;
import java.util.List;

/** The paths on which an identity is optional. A target that is not plain always requires one. */
record PublicPaths(boolean all, List<UrlPattern> patterns) {
    static final PublicPaths NONE = new PublicPaths(false, List.of());
    static final PublicPaths ALL = new PublicPaths(true, List.of());

    static PublicPaths of(String... patterns) {
        return new PublicPaths(
                false, Arrays.stream(patterns).map(PublicPaths::pattern).toList());
    }

    /** Whether the target is such a path in every reading. */
    boolean include(Target target) {
        return all || (target.plain() && target.paths().stream().allMatch(this::matches));
    }

    /** Whether the target is such a path in some readings, but not in all or not for certain. */
    boolean areUnsureOf(Target target) {
        return !include(target) && target.paths().stream().anyMatch(this::matches);
    }

    /** Whether some paths are optional and others are not. */
    boolean areSome() {
        return !patterns.isEmpty();
    }

    private boolean matches(String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    private static UrlPattern pattern(String text) {
        UrlPattern pattern = UrlPattern.parse(text);
        if (pattern instanceof UrlPattern.Extension) {
            throw new IllegalArgumentException("public path \"" + text + "\": it would open every page under such a"
                    + " name, such as /admin/x" + text.substring(1)
                    + "; name a folder, such as /static/*, or the files one by one");
        }
        return pattern;
    }

    /** For the log. */
    @Override
    public String toString() {
        return all ? "identity optional" : "identity required except on " + patterns.size() + " public path(s)";
    }
}
