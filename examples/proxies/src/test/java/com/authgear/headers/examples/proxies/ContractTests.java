package com.authgear.headers.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.examples.front.Check;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each recipe that can run here keeps the contract, whatever is sent. */
final class ContractTests {
    @Test
    void nginxKeepsTheContract() throws IOException {
        keeps(Rig.nginx(UnaryOperator.identity()));
    }

    private static void keeps(Rig started) {
        StringWriter printed = new StringWriter();
        try (Rig rig = started) {
            int failed = new Check(new PrintWriter(printed)).run(ContractRows.of(rig));
            assertThat(failed).as(printed.toString()).isZero();
        }
        assertThat(printed.toString()).contains("forged alone: X-Authgear-User-Roles", "resolver stopped");
    }
}
