package com.authgear.headers;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** The ages in a step-up rule, and the text form of durations. */
final class MaxAge {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofDays(365);

    /** A bare number is refused, because readers would have to guess its unit. */
    private static final Pattern SIMPLE = Pattern.compile("[0-9]{1,9}[smhd]");

    private MaxAge() {}

    static Duration checked(String name, Duration value) {
        if (value.compareTo(LEAST) < 0
                || value.compareTo(MOST) > 0
                || !value.equals(value.truncatedTo(ChronoUnit.SECONDS))) {
            throw new IllegalArgumentException(name + " must be whole seconds, from 1s to 365d");
        }
        return value;
    }

    /** Reads a number with its unit, or ISO 8601; the name is that of the option, for the message. */
    static Duration parse(String name, String text) {
        try {
            return Duration.parse(SIMPLE.matcher(text).matches() ? (text.endsWith("d") ? "P" : "PT") + text : text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " must be a duration such as 90s, 5m, 12h, 1d or PT5M", e);
        }
    }
}
