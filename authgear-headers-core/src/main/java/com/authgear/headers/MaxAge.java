package com.authgear.headers;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The age that a rule allows. */
final class MaxAge {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofDays(365);

    /** A bare number is left out on purpose: readers do not agree on its unit. */
    private static final Pattern SIMPLE = Pattern.compile("([0-9]{1,9})([smhd])");

    private MaxAge() {}

    static Duration checked(Duration value) {
        if (value.compareTo(LEAST) < 0
                || value.compareTo(MOST) > 0
                || !value.equals(value.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException("maxAge must be whole seconds, from 1s to 365d");
        }
        return value;
    }

    /** A number with its unit, or ISO 8601; the name is that of what it is said of. */
    static Duration parse(String name, String text) {
        Matcher simple = SIMPLE.matcher(text);
        return simple.matches() ? of(Long.parseLong(simple.group(1)), simple.group(2)) : iso(name, text);
    }

    static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Collections.min(List.of(one, other));
    }

    private static Duration of(long number, String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static Duration iso(String name, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " must be a duration such as 90s, 5m, 12h, 1d or PT5M", e);
        }
    }
}
