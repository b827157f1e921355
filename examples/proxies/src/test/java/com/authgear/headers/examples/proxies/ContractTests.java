package com.authgear.headers.examples.proxies;

import com.authgear.headers.harness.ProxyProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each recipe that a program of this machine can run keeps the contract. */
final class ContractTests {
    @Test
    void nginxKeepsTheContract() throws IOException {
        Contract.isKeptBy(Rig.nginx(UnaryOperator.identity()));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProxyProgram.class,
            names = {"CADDY", "HAPROXY", "ENVOY"})
    void keepsTheContract(ProxyProgram program) throws IOException {
        Contract.isKeptBy(Rig.of(program, Path.of(program.command()), UnaryOperator.identity()));
    }

    @Test
    void traefikKeepsTheContract() throws IOException {
        String question = Rig.freeAddress();
        try (Rig rig =
                Rig.of(ProxyProgram.TRAEFIK, Path.of("traefik"), recipe -> recipe.with("127.0.0.1:8083", question))) {
            // It listens before it has read its rules.
            Waiting.until(() -> rig.get("/health").status() == 200);
            Contract.isKeptBy(rig);
        }
    }
}
