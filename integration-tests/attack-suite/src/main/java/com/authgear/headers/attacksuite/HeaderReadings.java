package com.authgear.headers.attacksuite;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** All paths that careless routers can derive from one path, by doing or omitting each of these steps. */
final class HeaderReadings {
    /** The most paths that are derived from one, since the steps multiply. */
    private static final int MOST = 64;

    /** No step changes such a path. */
    private static final Pattern UNDISPUTED = Pattern.compile("(?:/[a-z0-9_-]+)*/?");

    private static final Pattern UNICODE_ESCAPE = Pattern.compile("%u([0-9A-Fa-f]{4})");
    private static final Pattern OVERLONG = Pattern.compile("(?i)%c([01])%([89ab])([0-9a-f])");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private static final UnaryOperator<String> WITHOUT_PARAMETERS = without(";[^/]*");
    private static final UnaryOperator<String> ONE_SLASH = replacing("/{2,}", "/");

    private static final List<UnaryOperator<String>> STEPS = List.of(
            WITHOUT_PARAMETERS,
            without(";.*"),
            HeaderReadings::unicodeDecoded,
            HeaderReadings::overlongDecoded,
            HeaderReadings::decoded,
            path -> path.replace('+', ' '),
            without("[?#].*"),
            without("\0.*"),
            HeaderReadings::slashes,
            ONE_SLASH,
            HeaderReadings::normalised,
            HeaderReadings::decoded,
            WITHOUT_PARAMETERS,
            HeaderReadings::slashes,
            ONE_SLASH,
            HeaderReadings::normalised,
            path -> path.toLowerCase(Locale.ROOT),
            path -> path.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));

    private HeaderReadings() {}

    static Set<String> of(String path) {
        if (UNDISPUTED.matcher(path).matches()) {
            return Set.of(path);
        }
        Set<String> readings = new LinkedHashSet<>(List.of(path));
        for (UnaryOperator<String> step : STEPS) {
            List.copyOf(readings).stream()
                    .map(step)
                    .takeWhile(reading -> readings.size() < MOST)
                    .forEach(readings::add);
        }
        return readings;
    }

    private static String slashes(String path) {
        return path.replace('\\', '/');
    }

    private static UnaryOperator<String> without(String regex) {
        return replacing(regex, "");
    }

    private static UnaryOperator<String> replacing(String regex, String replacement) {
        Pattern pattern = Pattern.compile(regex);
        return path -> pattern.matcher(path).replaceAll(replacement);
    }

    private static String decoded(String path) {
        String lenient = BROKEN_ESCAPE.matcher(path).replaceAll("%25").replace("+", "%2B");
        return URLDecoder.decode(lenient, StandardCharsets.UTF_8);
    }

    private static String unicodeDecoded(String path) {
        return UNICODE_ESCAPE.matcher(path).replaceAll(found -> escaped((char) Integer.parseInt(found.group(1), 16)));
    }

    private static String overlongDecoded(String path) {
        return OVERLONG.matcher(path)
                .replaceAll(found -> escaped((char) (Integer.parseInt(found.group(1)) << 6
                        | (Integer.parseInt(found.group(2) + found.group(3), 16) & 0x3F))));
    }

    private static String escaped(char c) {
        return c == '\\' || c == '$' ? "\\" + c : String.valueOf(c);
    }

    private static String normalised(String path) {
        Deque<String> kept = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.equals(".")) {
                kept.addLast(segment);
            }
        }
        String joined = String.join("/", kept);
        return joined.startsWith("/") ? joined : "/" + joined;
    }
}
