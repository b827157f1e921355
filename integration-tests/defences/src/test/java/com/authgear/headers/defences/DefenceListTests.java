package com.authgear.headers.defences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class DefenceListTests {
    static List<Defence> defences() {
        return DefenceList.ALL;
    }

    /** Else the list would go stale while the code goes on. */
    @ParameterizedTest
    @MethodSource("defences")
    void eachStandsOnceInTheCodeAndCanBeDeleted(Defence defence) throws IOException {
        String text = Files.readString(Path.of("../..").resolve(defence.file().path()));
        String deleted = defence.deleted(text);
        assertThat(deleted).isNotEqualTo(text).contains(defence.without());
        assertThatThrownBy(() -> defence.deleted(deleted)).hasMessageContaining(defence.name());
    }
}
