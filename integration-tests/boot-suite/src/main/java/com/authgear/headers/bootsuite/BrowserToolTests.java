package com.authgear.headers.bootsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class BrowserToolTests {
    private static final String NO_ERRORS = "{\"value\":[]}";

    @Test
    void tellsWhatAPersonSeesAndWhatTheConsoleSays() throws IOException {
        try (Browser browser = BrowserOfThisMachine.startOrSkip()) {
            browser.open(
                    "data:text/html;charset=utf-8,<style>h1{color:rgb(1,2,3)}</style><h1>a %22b%22 %3C%5C %C3%BC</h1>");
            assertThat(browser.text("h1")).isEqualTo("a \"b\" <\\ \u00fc");
            assertThat(browser.style("h1", "color")).isEqualTo("rgba(1, 2, 3, 1)");
            assertThat(browser.run("return 'one\\ntwo'.length")).isEqualTo("7");
            assertThat(browser.errors()).isEqualTo(NO_ERRORS);
            browser.run("console.error('on purpose')");
            assertThat(browser.errors()).contains("on purpose");
            assertThat(browser.errors()).isEqualTo(NO_ERRORS);
            assertThatThrownBy(() -> browser.cookie("missing"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("no such cookie");
        }
    }
}
