package com.authgear.headers.servlet;

/** A servlet url-pattern (Servlet 6.0, section 12.2). */
sealed interface UrlPattern {
    /** Whether a path matches, which is decoded and begins at the context's root. */
    boolean matches(String path);

    static UrlPattern parse(String pattern) {
        if (pattern.isEmpty()) {
            return new Exact("/");
        }
        if (pattern.endsWith("/*") && isPath(pattern.substring(0, pattern.length() - 1))) {
            return new Prefix(pattern.substring(0, pattern.length() - 2));
        }
        if (pattern.startsWith("*.")
                && pattern.length() > 2
                && pattern.lastIndexOf('*') == 0
                && !pattern.contains("/")) {
            return new Extension(pattern.substring(1));
        }
        if (pattern.length() > 1 && isPath(pattern)) {
            return new Exact(pattern);
        }
        throw new IllegalArgumentException("a url-pattern must be /exact, /prefix/*, *.extension, /* for everything,"
                + " or the empty one for the context's root");
    }

    private static boolean isPath(String path) {
        return path.startsWith("/") && !path.contains("*");
    }

    /** {@code /exact}. */
    record Exact(String path) implements UrlPattern {
        @Override
        public boolean matches(String other) {
            return path.equals(other);
        }
    }

    /** {@code /prefix/*}: the prefix itself and all below it. */
    record Prefix(String prefix) implements UrlPattern {
        @Override
        public boolean matches(String path) {
            return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
        }
    }

    /** {@code *.extension}: of the last segment. */
    record Extension(String suffix) implements UrlPattern {
        @Override
        public boolean matches(String path) {
            return path.endsWith(suffix);
        }
    }
}
