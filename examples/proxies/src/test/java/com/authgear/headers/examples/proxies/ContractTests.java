package com.authgear.headers.examples.proxies;

import com.authgear.headers.harness.ProxyProgram;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each recipe that a program of this machine can run keeps the contract. */
final class ContractTests {
    @ParameterizedTest
    @EnumSource
    void keepsTheContract(ProxyProgram program) throws IOException {
        Contract.isKeptBy(Rig.of(program));
    }
}
