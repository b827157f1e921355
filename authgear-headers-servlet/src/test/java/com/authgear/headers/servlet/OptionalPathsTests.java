package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.authgear.headers.MalformedHeadersException;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths as a container less careful than Jetty might hand them over. */
final class OptionalPathsTests {
    private static final OptionalPaths PATHS = OptionalPaths.of("/public/*", "*.css");

    private final HttpServletRequest request = mock(HttpServletRequest.class);

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/a", "/a.b/c", "/\u00e4", "/..a", "/a..", "/a b", "/.well-known/x"})
    void plainPathBelowAPrefixIsOptional(String pathInfo) {
        when(request.getServletPath()).thenReturn("/public");
        when(request.getPathInfo()).thenReturn(pathInfo);
        assertThat(PATHS.include(request)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../me",
                "/..",
                "/.",
                "/./me",
                "//me",
                "/a;b",
                "/a\\..\\me",
                "/%2e%2e/me",
                "/a%",
                "/a\u0000",
                "/a\u007f",
                "/\ufffd\ufffd/me"
            })
    void pathThatALaterHopCouldReadOtherwiseIsNot(String pathInfo) {
        when(request.getServletPath()).thenReturn("/public");
        when(request.getPathInfo()).thenReturn(pathInfo);
        assertThat(PATHS.include(request)).isFalse();
    }

    @Test
    void pathComesWithoutPathInfoToo() {
        when(request.getServletPath()).thenReturn("/x/style.css");
        assertThat(PATHS.include(request)).isTrue();
    }

    @Test
    void requestUriIsNotAsked() {
        when(request.getRequestURI()).thenReturn("/public/x");
        when(request.getServletPath()).thenReturn("/me");
        assertThat(PATHS.include(request)).isFalse();
    }

    @Test
    void containerThatCallsTheUriAmbiguousIsBelieved() {
        when(request.getServletPath()).thenThrow(new IllegalArgumentException());
        assertThatExceptionOfType(MalformedHeadersException.class)
                .isThrownBy(() -> PATHS.include(request))
                .returns("ambiguous_uri", MalformedHeadersException::code);
        assertThat(OptionalPaths.all().include(request)).isTrue();
        assertThat(OptionalPaths.none().include(request)).isFalse();
    }
}
