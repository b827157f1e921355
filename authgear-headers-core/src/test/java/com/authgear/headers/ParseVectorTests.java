package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Compares our parser with Authgear's own: they agree except for the named {@link Deviation}s. */
final class ParseVectorTests {
    private static final List<ParseVector> VECTORS = ParseVector.all();
    /** So late that no time of a vector lies in the future. */
    private static final Clock CLOCK = Clock.fixed(Instant.parse("9999-12-31T23:59:59Z"), ZoneOffset.UTC);

    private static final AuthgearHeaderParser PARSER =
            AuthgearHeaderParser.builder().clock(CLOCK).build();

    @ParameterizedTest
    @FieldSource("VECTORS")
    void javaReadsVectorsAsRecorded(ParseVector vector) {
        assertThat(new AuthgearReader(vector.headers()).read()).isEqualTo(vector.recorded());
    }

    @ParameterizedTest
    @FieldSource("VECTORS")
    void parseThenAsRecordedButForDeviations(ParseVector vector) {
        ParseInput input = new ParseInput(vector.headers());
        Set<Deviation> deviations = Deviation.of(input);
        Reading reading = Reading.of(PARSER, vector.headers());

        if (deviations.isEmpty()) {
            assertThat(reading).isEqualTo(vector.recorded());
        }
        for (Deviation deviation : deviations) {
            assertThat(reading).as(deviation.reason()).isEqualTo(deviation.outcome(input));
        }
    }

    /** A predicate that is too wide could exclude every vector. */
    @Test
    void parseThenMostKindsOfOutcomeAgree() {
        List<Reading> agreed = VECTORS.stream()
                .filter(vector -> Deviation.of(new ParseInput(vector.headers())).isEmpty())
                .map(ParseVector::recorded)
                .toList();

        assertThat(VECTORS).hasSize(463);
        assertThat(agreed).hasSizeGreaterThan(190);
        assertThat(agreed.stream().filter(Reading::isRefused)).hasSizeGreaterThan(145);
        assertThat(agreed.stream().filter(Reading::isValid)).hasSizeGreaterThan(40);
        assertThat(agreed).contains(Reading.NONE, Reading.INVALID);
    }

    @ParameterizedTest
    @EnumSource
    void everyNamedDeviationIsShownByAVector(Deviation deviation) {
        Set<Deviation> seen = EnumSet.noneOf(Deviation.class);
        VECTORS.forEach(vector -> seen.addAll(Deviation.of(new ParseInput(vector.headers()))));

        assertThat(seen).contains(deviation);
    }

    @ParameterizedTest
    @FieldSource("VECTORS")
    void vectorThatAuthgearRefusesIsRefused(ParseVector vector) {
        ParseInput input = new ParseInput(vector.headers());
        Reading authgears = input.hasSurroundingWhiteSpace() ? input.trimmedReading() : vector.recorded();
        Reading ours = Reading.of(PARSER, vector.headers());

        assertThat(ours.isRefused() || !authgears.isRefused()).isTrue();
    }
}
