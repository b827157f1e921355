package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class AsciiSetTests {
    private static final AsciiSet SET = new AsciiSet("a-z");

    @Test
    void setContainsItsCharactersAndNoOthers() {
        for (char c = 0; c < 0x200; c++) {
            assertThat(SET.contains(c)).as("%d", (int) c).isEqualTo(c == 'a' || c == '-' || c == 'z');
        }
        assertThat(SET.contains((char) ('a' + 0x100))).isFalse();
        assertThat(SET.contains('\uFFFF')).isFalse();
    }

    @Test
    void setContainsAllOfAStringOrNot() {
        assertThat(SET.containsAll("zaz-")).isTrue();
        assertThat(SET.containsAll("")).isTrue();
        assertThat(SET.containsAll("bza")).isFalse();
        assertThat(SET.containsAll("azb")).isFalse();
    }
}
