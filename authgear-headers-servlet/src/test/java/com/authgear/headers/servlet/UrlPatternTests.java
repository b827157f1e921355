package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlPatternTests {
    @ParameterizedTest
    @CsvSource({
        "'', /, true",
        "'', /x, false",
        "/*, /, true",
        "/*, /x/y, true",
        "/a, /a, true",
        "/a, /a/, false",
        "/a, /ab, false",
        "/a/*, /a, true",
        "/a/*, /a/, true",
        "/a/*, /a/b/c, true",
        "/a/*, /ab, false",
        "/a/*, /A/b, false",
        "*.css, /x/y.css, true",
        "*.css, /css, false",
        "*.css, /y.css/x, false",
    })
    void patternMatchesAsTheServletSpecificationSays(String pattern, String path, boolean expected) {
        assertThat(UrlPattern.parse(pattern).matches(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "a", "a/*", "*", "*.", "*css", "/a*", "/*/a", "/*.css", "*.a/b", "**", "*.*"})
    void malformedPatternIsRefused(String pattern) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UrlPattern.parse(pattern))
                .withMessageContaining("/prefix/*");
    }
}
