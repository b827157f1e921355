package com.authgear.headers.examples.nginxjetty;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.Wrk;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CostLineTests {
    @Test
    void everyLineIsComparedWithTheFirst() {
        StringWriter printed = new StringWriter();
        CostLine.print(
                new PrintWriter(printed),
                List.of(
                        new CostLine("alone", new Wrk.Result(1000, "1ms", "2ms")),
                        new CostLine("behind", new Wrk.Result(250, "4ms", "8ms"))));
        assertThat(printed.toString()).containsPattern("alone .* 100%").containsPattern("behind +250 +4ms +8ms +25%");
    }
}
