package com.authgear.headers.attacksuite;

import java.util.List;
import java.util.Random;

/**
 * Request targets that begin at one place of an application and end at another, written in every way that some router
 * reads differently: dot segments, parameters, empty segments and escapes, each disguised, in the path of the context,
 * too. Some are plain. The same seed makes the same ones. Not thread-safe.
 *
 * <p>How many a test sends is the system property {@code targets.count}, and the seed is {@code targets.seed}.
 */
public final class TargetGenerator {
    /** The host of those that name one: to be the value of {@code Host}, or servers refuse them. */
    public static final String HOST = "app.example";

    private static final int DEFAULT_COUNT = 2_000;
    private static final long DEFAULT_SEED = 1;

    private static final String[] HERE = {
        ".", ".", "%2e", "%2E", ".;", ".;x=y", "%2e;", ".%00", "%252e", "%c0%ae", "%u002e"
    };
    private static final String[] UP = {
        "..",
        "..",
        "..",
        "..",
        ".%2e",
        "%2e.",
        "%2e%2e",
        "%2E%2e",
        "..;",
        "..;x=y",
        "..;/x",
        "%2e%2e;",
        ";..",
        ".;.",
        "..%00",
        "..%01",
        "%00..",
        "..%20",
        "..%09",
        "..%3b",
        "..%3Bx",
        "..%253b",
        "%252e%252e",
        "%252e.",
        "%25252e%25252e",
        "%c0%ae%c0%ae",
        "%c0%ae.",
        "%e0%80%ae%e0%80%ae",
        "%f0%80%80%ae.",
        "%u002e%u002e",
        "%ef%bc%8e%ef%bc%8e",
        "..%5c",
        "..\\",
        "...",
        "..%0d",
        "..?",
        "..%3f",
        "..%23",
        "..%",
        "..%2"
    };
    private static final String[] SLASH = {
        "/",
        "/",
        "/",
        "//",
        "///",
        "/./",
        "/;/",
        "/;x=y/",
        "\\",
        "/\\",
        "\\/",
        "%2f",
        "%2F",
        "/%2f",
        "%2f/",
        "%5c",
        "%5C",
        "/%5c",
        "%252f",
        "%252F",
        "%255c",
        "%c0%af",
        "%c1%9c",
        "%e0%80%af",
        "%u2215",
        "%ef%bc%8f",
        ";/",
        ";x/",
        ";x=y/",
        ";/../",
        "%00/",
        "/%00",
        "/%20/",
        "%20/",
        "/.;/",
        "/%2e/",
        "/%3b/",
        "%3b/",
        "?/",
        "%3f/",
        "%23/",
        "\t/",
        "/\u00c3\u00a9/../"
    };
    private static final String[] TAIL = {
        "",
        "",
        "",
        "/",
        "//",
        "/.",
        "/..",
        "/../",
        ";",
        ";x",
        ";jsessionid=1",
        ";/",
        "/;",
        "/;/",
        "%20",
        "%00",
        "%09",
        "%2f",
        "%5c",
        "\\",
        ".",
        "..",
        ".json",
        ".cash",
        ".css",
        "+",
        "%",
        "%2",
        "%zz",
        "%3f",
        "%23",
        "?",
        "?next=/a/../b;c",
        "?;",
        "#",
        "#/..",
        "%0d%0a",
        "%7f",
        "%80",
        "%ff",
        "~",
        "%c2%80",
        "|",
        "{x}",
        "[x]",
        "^",
        "`",
        "\"",
        "<x>",
        "\u00e9",
        "\u00c3\u00a9"
    };
    private static final String[] PLAIN_TAIL = {
        "",
        "",
        "/",
        "/a.b",
        "/..x",
        "/x..",
        "/...",
        "/.x",
        "/a%20b",
        "/%C3%A9",
        "/%c3%a9",
        "/%E2%82%AC",
        "/a+b",
        "/a:b@c",
        "/~x",
        "/-_.!",
        "/$&'()*,=",
        "/%3F",
        "/%23x",
        "/%22",
        "/%5B%7C%5D",
        "/%F0%9F%98%80",
        "?next=/a/../b",
        "?x=;y",
        "/a?x=//"
    };
    private static final String[] JOINTS = {
        "/", "", ";", ";x=", "%3b", "?", "%3f", "#", "%23", "%00", "\\", "%5c", "//", "/;", "@", "%40"
    };

    private final Random random;
    private final String contextPath;
    private final List<String> places;
    private int made;

    /** Places are plain paths from the context's root on; the context's path is empty for the root context. */
    public TargetGenerator(long seed, String contextPath, List<String> places) {
        random = new Random(seed);
        this.contextPath = contextPath;
        this.places = List.copyOf(places);
    }

    /** How many targets a test sends. */
    public static int count() {
        return Integer.getInteger("targets.count", DEFAULT_COUNT);
    }

    /** The seed of this run. */
    public static long seed() {
        return Long.getLong("targets.seed", DEFAULT_SEED);
    }

    /** The next target. After the square of the number of places each pair of them has had its turn. */
    public String next() {
        String from = places.get(made % places.size());
        String to = places.get(made / places.size() % places.size());
        made++;
        if (random.nextInt(5) == 0) {
            return contextPath + to.replaceAll("(?<=.)/$", "") + any(PLAIN_TAIL);
        }
        Disguise disguise = Disguise.values()[random.nextInt(Disguise.values().length)];
        String path = disguised(way(from, to), disguise);
        if (disguise != Disguise.ALL) {
            return contextPath + path;
        }
        path += chance(3) ? any(TAIL) : "";
        String target = context() + path;
        return chance(12)
                ? any("http://" + HOST, "HTTP://" + HOST, "http://a@" + HOST, "http://" + HOST + "/..", "http://", "x:")
                        + target
                : target;
    }

    private String disguised(List<String> segments, Disguise disguise) {
        StringBuilder path = new StringBuilder();
        // One plain segment among them would give the others away.
        String up = any(UP);
        for (String segment : segments) {
            path.append(disguise == Disguise.ALL && chance(4) ? any(SLASH) : "/");
            path.append(disguise == Disguise.DOTS && segment.equals("..") ? up : disguised(segment, disguise));
        }
        return path.toString();
    }

    private List<String> way(String from, String to) {
        return switch (random.nextInt(6)) {
            case 0 -> segments(to);
            case 1 -> segments(from + any(JOINTS) + to);
            case 2 -> segments(from + "/.".repeat(random.nextInt(2)) + "/..".repeat(random.nextInt(5)) + to);
            case 3 -> segments(to + "/x".repeat(random.nextInt(2)) + "/..".repeat(random.nextInt(3)) + from);
            default -> segments(from + "/..".repeat(depth(from)) + to);
        };
    }

    private String disguised(String segment, Disguise disguise) {
        if (segment.equals(".") || segment.equals("..")) {
            return disguise == Disguise.NAMES ? segment : any(segment.equals(".") ? HERE : UP);
        }
        return disguise != Disguise.DOTS && chance(3) && !segment.isEmpty() ? disguisedName(segment) : segment;
    }

    private String disguisedName(String name) {
        int at = random.nextInt(name.length());
        String before = name.substring(0, at);
        String after = name.substring(at + 1);
        char c = name.charAt(at);
        return switch (random.nextInt(8)) {
            case 0, 1 -> before + String.format(chance(2) ? "%%%02x" : "%%%02X", (int) c) + after;
            case 2 -> before + String.format("%%25%02x", (int) c) + after;
            case 3 -> before + (Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c)) + after;
            case 4 -> name + any(";", ";x", ";x=y", ";jsessionid=1", ";x=/../", "%3b", "%3bx");
            case 5 -> name + any("%20", "%00", "%09", ".", "..", ".json", "+", "%2e", "%u0020");
            case 6 -> before + String.format("%%u%04x", (int) c) + after;
            default -> any(";", ";x", "%00", "%20", "+", "%2e", ".") + name;
        };
    }

    private String context() {
        if (contextPath.isEmpty() || chance(2)) {
            return contextPath;
        }
        String name = contextPath.substring(1);
        return switch (random.nextInt(12)) {
            case 0 -> "/" + String.format("%%%02x", (int) name.charAt(0)) + name.substring(1);
            case 1 -> contextPath + any(";", ";v=1", "%3b", "%00", "%20", "/", "%2f", "\\", "%5c");
            case 2 -> any("/", "/.", "/./.", "/;", "/;x", "/%2e", "\\", "/%2f", "/%5c") + contextPath;
            case 3 -> contextPath + "/" + any(UP) + contextPath;
            case 4 -> "/" + any(UP) + contextPath;
            case 5 -> "/other/" + any(UP) + contextPath;
            case 6 -> contextPath.toUpperCase(java.util.Locale.ROOT);
            case 7 -> contextPath + contextPath;
            case 8 -> contextPath + any("/.", "/./.", "/;", "/%2e", "/.;");
            case 9 -> contextPath + any(places) + "/..".repeat(3) + contextPath;
            case 10 -> "";
            default -> contextPath;
        };
    }

    private static List<String> segments(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    private static int depth(String path) {
        return (int) path.substring(0, path.length() - 1)
                .chars()
                .filter(c -> c == '/')
                .count();
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private String any(String... values) {
        return values[random.nextInt(values.length)];
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** What is disguised: one thing alone is not hidden by the next. */
    private enum Disguise {
        DOTS,
        NAMES,
        ALL
    }
}
