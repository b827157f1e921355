package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Any text is a range or an {@link IllegalArgumentException}, and no name is a range. */
final class IpRangeFuzzTests {
    private static final long SEED = 4_632L;
    private static final int TEXTS = 100_000;
    private static final String ALPHABET = "0123456789abcdefABCDEF::::....//%[]-_ glochst\u0661\uff10\u0000";
    private static final String[] STARTS = {"10.1.2.0/24", "::ffff:10.1.2.0/120", "2001:db8::/32", "localhost", "::1"};

    private final Random random = new Random(SEED);

    @Test
    void anyInputIsARangeOrARefusal() {
        int ranges = 0;
        for (int i = 0; i < TEXTS; i++) {
            String text = random.nextBoolean() ? random() : mutated();
            if (parse(text, i) != null) {
                ranges++;
                assertThat(text).as("number %d of seed %d", i, SEED).matches("[0-9A-Fa-f:.]+(/[0-9]+)?");
            }
        }
        assertThat(ranges).isBetween(1_000, TEXTS / 2);
    }

    private static @Nullable IpRange parse(String text, int number) {
        try {
            return IpRange.parse(text);
        } catch (IllegalArgumentException e) {
            assertThat(e.getClass())
                    .as("number %d of seed %d: %s", number, SEED, text)
                    .isEqualTo(IllegalArgumentException.class);
            return null;
        } catch (RuntimeException e) {
            throw new AssertionError("number " + number + " of seed " + SEED + ": " + text, e);
        }
    }

    private String random() {
        StringBuilder result = new StringBuilder();
        random.ints(random.nextInt(24), 0, ALPHABET.length()).forEach(i -> result.append(ALPHABET.charAt(i)));
        return result.toString();
    }

    private String mutated() {
        StringBuilder result = new StringBuilder(STARTS[random.nextInt(STARTS.length)]);
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            result.setCharAt(random.nextInt(result.length()), ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return result.toString();
    }
}
