package com.authgear.headers.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StartedTests {
    private final List<String> stopped = new ArrayList<>();
    private final Started started = Started.withExitHook();

    @Test
    void lastOneIsStoppedFirstAndEachOnce() throws IOException {
        started.start(() -> server("first"));
        started.start(() -> server("last"));
        started.close();
        started.close();
        assertThat(stopped).containsExactly("last", "first");
    }

    @Test
    void nothingStartsAfterTheEnd() {
        started.close();
        assertThatIOException().isThrownBy(() -> started.start(() -> server("late")));
        assertThat(stopped).isEmpty();
    }

    private AutoCloseable server(String name) {
        return () -> stopped.add(name);
    }
}
