package com.authgear.headers.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CheckTests {
    @Test
    void rowThatDoesNotHoldIsCounted() {
        Row wrong = new Row("a", "b", () -> new Row.Outcome(false, "c"));
        Row broken = new Row("a", "b", () -> {
            throw new IOException("no answer");
        });
        StringWriter printed = new StringWriter();
        assertThat(new Check(new PrintWriter(printed)).run(List.of(wrong, broken)))
                .isEqualTo(2);
        assertThat(printed.toString()).contains("FAIL", "no answer", "0 passed, 2 failed");
    }
}
