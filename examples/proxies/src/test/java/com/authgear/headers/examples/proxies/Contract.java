package com.authgear.headers.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.Check;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What every recipe must keep, whatever is sent. */
public final class Contract {
    private Contract() {}

    /** Sends the table, fails with it if a row does not hold, and closes the rig. */
    public static void isKeptBy(Rig started) {
        StringWriter printed = new StringWriter();
        try (Rig rig = started) {
            int failed = new Check(new PrintWriter(printed)).run(ContractRows.of(rig));
            assertThat(failed).as(printed.toString()).isZero();
        }
        assertThat(printed.toString()).contains("forged alone: X-Authgear-User-Roles", "resolver stopped");
    }
}
