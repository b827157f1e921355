package com.authgear.headers.attacksuite;

import jakarta.servlet.ServletRequest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of an application whose paths are under test. Each handler that runs marks the request. */
public enum Area {
    /** No identity is required. */
    OPEN("/open/*", "/health", "/"),
    /** A recent login is required. */
    RULE("/pay/*", "/wire", "*.cash"),
    /** An identity is required. All other paths. */
    PROTECTED("/admin/*", "/home/*");

    /** The attribute of a request that holds its marks. */
    static final String ATTRIBUTE = Area.class.getName();

    private static final String START = "ran: ";
    private static final String END = "; ";

    /** A list that cannot be changed, which its type does not tell. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> patterns;

    Area(String... patterns) {
        this.patterns = List.of(patterns);
    }

    /** Paths in each area, from the context's root on. */
    public static List<String> places() {
        return List.of(
                "/open/a", "/open/a/b", "/health", "/", "/pay/x", "/pay", "/wire", "/z/x.cash", "/admin/x", "/home");
    }

    /** The area of a path as a router reads it; all below an open path is open. */
    public static Area of(String path) {
        if (path.isEmpty() || OPEN.contains(path)) {
            return OPEN;
        }
        String unslashed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return RULE.contains(unslashed) ? RULE : PROTECTED;
    }

    /** Servlet url-patterns. */
    public String[] patterns() {
        return patterns.stream()
                .map(pattern -> pattern.equals("/") ? "" : pattern)
                .toArray(String[]::new);
    }

    /** Says that a handler of this area runs, and for which path. */
    public void mark(ServletRequest request, String path) {
        marks(request).putIfAbsent(this, path);
    }

    /** The same, given the value of {@link #ATTRIBUTE} only. */
    @SuppressWarnings("unchecked")
    void addTo(Object marks) {
        ((Map<Area, String>) marks).putIfAbsent(this, "a resource");
    }

    /** The areas that ran, as text, each with the path that led there. */
    public static String printed(ServletRequest request) {
        Map<Area, String> marks = marks(request);
        return START + marks.keySet().stream().map(Area::name).collect(Collectors.joining(" ")) + END + marks;
    }

    /** The areas that ran, read from an answer. */
    public static Set<Area> in(String body) {
        Set<Area> ran = EnumSet.noneOf(Area.class);
        if (body.startsWith(START)) {
            String names = body.substring(START.length(), body.indexOf(END));
            Arrays.stream(values()).filter(area -> names.contains(area.name())).forEach(ran::add);
        }
        return ran;
    }

    private boolean contains(String path) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, path));
    }

    private static boolean matches(String pattern, String path) {
        if (pattern.startsWith("*")) {
            return path.endsWith(pattern.substring(1));
        }
        if (pattern.endsWith("/*")) {
            String prefix = pattern.substring(0, pattern.length() - 2);
            return path.equals(prefix) || path.startsWith(prefix + "/");
        }
        return path.equals(pattern);
    }

    @SuppressWarnings("unchecked")
    private static Map<Area, String> marks(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) == null) {
            request.setAttribute(ATTRIBUTE, new EnumMap<>(Area.class));
        }
        return (Map<Area, String>) request.getAttribute(ATTRIBUTE);
    }
}
