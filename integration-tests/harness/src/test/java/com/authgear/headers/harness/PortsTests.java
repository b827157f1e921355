package com.authgear.headers.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PortsTests {
    @Test
    void portsComeFromTheEnvironment() {
        Ports defaults = new Ports(1, 2, 3);
        assertThat(Ports.of(Map.of("BACKEND_PORT", "9", "FRONT_PORT", ""), defaults))
                .isEqualTo(new Ports(1, 9, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "-1", "65536", "123456", " 1"})
    void invalidPortIsRefusedWithItsName(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ports.of(Map.of("FRONT_PORT", value), Ports.ANY))
                .withMessageContaining("FRONT_PORT");
    }
}
