package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every pair of characters, since {@code _} is one bit away from DEL and {@code @} from a grave accent. */
final class FieldNamesTests {
    private static final List<String> NAMES =
            IntStream.range(0, 0x180).mapToObj(c -> "x" + (char) c).toList();

    @Test
    void onlyAsciiCaseIsIgnored() {
        assertThat(pairs(FieldNames::equal)).containsExactlyElementsOf(pairs(FieldNamesTests::isSameLetter));
    }

    @Test
    void allOtherCharactersAreAlike() {
        assertThat(pairs(FieldNames::alike))
                .containsExactlyElementsOf(
                        pairs((a, b) -> isSameLetter(a, b) || (!isAlphanumeric(a) && !isAlphanumeric(b))));
    }

    @Test
    void longerNameIsNotAlike() {
        assertThat(FieldNames.alike("x-a", "x_a")).isTrue();
        assertThat(FieldNames.alike("x-a", "x_a-")).isFalse();
        assertThat(FieldNames.alike("x-a-", "x_a")).isFalse();
    }

    private static List<String> pairs(BiPredicate<String, String> relation) {
        return NAMES.stream()
                .flatMap(a -> NAMES.stream().filter(b -> relation.test(a, b)).map(b -> a + b))
                .toList();
    }

    private static boolean isSameLetter(String a, String b) {
        return a.equals(b)
                || (Stream.of(a, b).allMatch(FieldNamesTests::isAlphanumeric)
                        && a.toLowerCase(Locale.ROOT).equals(b.toLowerCase(Locale.ROOT)));
    }

    private static boolean isAlphanumeric(String name) {
        return name.matches("x[a-zA-Z0-9]");
    }
}
