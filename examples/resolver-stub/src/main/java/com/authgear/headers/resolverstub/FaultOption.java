package com.authgear.headers.resolverstub;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A fault as written on the command line. */
final class FaultOption implements ITypeConverter<Fault> {
    static final String FORMS = "none, slow:MILLIS, error-json, error-text, no-headers, not-found, hang";
    private static final String SLOW = "slow:";

    @Override
    public Fault convert(String value) {
        return value.startsWith(SLOW) ? slow(value.substring(SLOW.length())) : simple(value);
    }

    private static Fault simple(String value) {
        return Arrays.stream(Fault.Simple.values())
                .filter(fault -> name(fault).equals(value))
                .findFirst()
                .orElseThrow(FaultOption::refusal);
    }

    private static String name(Fault.Simple fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Fault slow(String millis) {
        try {
            return new Fault.Slow(Duration.ofMillis(Long.parseLong(millis)));
        } catch (IllegalArgumentException e) {
            throw refusal();
        }
    }

    private static TypeConversionException refusal() {
        return new TypeConversionException("it must be one of " + FORMS);
    }
}
