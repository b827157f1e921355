package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Compares our writer with Authgear's own. */
final class PopulateVectorTests {
    private static final List<PopulateVector> VECTORS = PopulateVector.all();

    @ParameterizedTest
    @FieldSource("VECTORS")
    void principalThatCanBeBuiltIsWrittenWithTheSameHeaders(PopulateVector vector) {
        Optional<PopulateDeviation> deviation = PopulateDeviation.of(vector);

        if (deviation.isPresent()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(vector::session)
                    .withMessageStartingWith(deviation.get().argument() + " ");
        } else {
            assertThat(written(vector.session())).isEqualTo(vector.headers());
        }
    }

    @Test
    void mostVectorsCanBeBuilt() {
        assertThat(VECTORS).hasSize(78);
        assertThat(VECTORS.stream()
                        .filter(vector ->
                                vector.isValid() && PopulateDeviation.of(vector).isEmpty()))
                .hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @EnumSource
    void everyNamedDeviationIsShownByAVector(PopulateDeviation deviation) {
        assertThat(VECTORS).anyMatch(vector -> PopulateDeviation.of(vector).equals(Optional.of(deviation)));
    }

    private static Map<String, List<String>> written(AuthgearSession session) {
        Map<String, List<String>> headers = new TreeMap<>();
        AuthgearHeaderWriter.write(
                session,
                (name, value) ->
                        headers.computeIfAbsent(name, x -> new ArrayList<>()).add(value));
        return headers;
    }
}
