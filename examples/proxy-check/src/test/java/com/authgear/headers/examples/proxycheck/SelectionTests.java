package com.authgear.headers.examples.proxycheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SelectionTests {
    private static final List<String> NAMES = List.of("forged-all", "forged-user-id", "path:/a.b", "secret");

    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
            ''          | ''             | forged-all forged-user-id path:/a.b secret
            forged-*    | ''             | forged-all forged-user-id
            forged-*    | forged-all     | forged-user-id
            ''          | *ed-*,secret   | path:/a.b
            path:/a.b   | ''             | path:/a.b
            secret      | forged-all     | secret
            """)
    void namesAndPatterns(String only, String skip, String chosen) {
        Selection selection = new Selection(split(only), split(skip));
        selection.requireKnown(NAMES);
        assertThat(NAMES.stream().filter(selection)).containsExactly(chosen.split(" ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "forged, '', there is no check forged;",
        "'', path:/axb, there is no check path:/axb",
        "secret, secret, no check is left"
    })
    void unknownNameIsRefused(String only, String skip, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Selection(split(only), split(skip)).requireKnown(NAMES))
                .withMessageStartingWith(message);
    }

    private static List<String> split(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split(",", -1));
    }
}
