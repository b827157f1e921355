package com.authgear.headers.examples.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.examples.front.Check;
import com.authgear.headers.examples.front.ProxyProgram;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each recipe that can run here keeps the contract, whatever is sent. */
final class ContractTests {
    @Test
    void nginxKeepsTheContract() throws IOException {
        keeps(Rig.nginx(UnaryOperator.identity()));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProxyProgram.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NGINX", "TRAEFIK", "ENVOY"})
    void keepsTheContract(ProxyProgram program) throws IOException {
        keeps(Rig.of(program, Path.of(program.command()), UnaryOperator.identity()));
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
