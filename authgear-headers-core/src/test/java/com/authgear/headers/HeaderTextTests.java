package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeaderTextTests {
    @Test
    void partsAreTrimmedAndEmptyOnesPassedOver() {
        assertThat(texts("")).isEmpty();
        assertThat(texts(" \t ")).isEmpty();
        assertThat(texts(";;;")).isEmpty();
        assertThat(texts("a")).containsExactly("a");
        assertThat(texts(" a b\t;; ;\tc ;")).containsExactly("a b", "c");
        assertThat(texts(";a;b")).containsExactly("a", "b");
    }

    @Test
    void eitherSeparatorParts() {
        HeaderText parts = new HeaderText("a, b  c,,d", ' ', ',');
        assertThat(parts.count()).isEqualTo(4);
        assertThat(parts.next()).isFalse();
    }

    @Test
    void partCanBeCutAndComparedWithoutAString() {
        HeaderText parts = new HeaderText("x; session =1; a=b=c", ';');
        assertThat(parts.next()).isTrue();
        parts.cutAt('=');
        assertThat(parts.text())
                .as("without the character, though a later part has it")
                .isEqualTo("x");
        assertThat(parts.next()).isTrue();
        parts.cutAt('=');
        assertThat(parts.isText("session")).isTrue();
        assertThat(parts.isText("sessio")).isFalse();
        assertThat(parts.endsWith("ion")).isTrue();
        assertThat(parts.endsWith("; session")).isFalse();
        assertThat(parts.next()).isTrue();
        parts.cutAt('=');
        assertThat(parts.text()).isEqualTo("a");
    }

    private static List<String> texts(String value) {
        List<String> texts = new ArrayList<>();
        HeaderText parts = new HeaderText(value, ';');
        while (parts.next()) {
            texts.add(parts.text());
        }
        return texts;
    }
}
