package com.authgear.headers.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.authgear.headers.MalformedHeadersException;
import com.authgear.headers.StepUpRule;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths as a container less careful than Jetty might hand them over. */
final class StepUpPathsTests {
    private static final StepUpRule ALL = StepUpRule.recentLogin("5m").and(StepUpRule.amr("mfa"));
    private static final StepUpPaths PATHS =
            new StepUpPaths(Map.of("/a/*", StepUpRule.recentLogin("5m"), "*.pay", StepUpRule.amr("mfa")));

    private final HttpServletRequest request = mock(HttpServletRequest.class);

    @ParameterizedTest
    @ValueSource(strings = {"/b/../a", "/b/.", "/./b", "//b", "/b;x", "/b\\..\\a", "/%61", "/b\u0000", "/\ufffd"})
    void pathThatALaterHopCouldReadOtherwiseMustSatisfyEverything(String path) {
        when(request.getServletPath()).thenReturn(path);
        assertThat(PATHS.rule(request)).contains(ALL);
    }

    /** A servlet that is mapped by prefix takes the end of the path for its own: the rule holds all the same. */
    @ParameterizedTest
    @CsvSource({
        "/a, , 300s",
        "/a, /x, 300s",
        "/a, /x.pay, both",
        "/b, /x.pay, mfa",
        "/b, /x.pay/, mfa",
        "/b.pay, , mfa",
        "/b, /x, none",
        "'', /, none",
        "/ab, , none"
    })
    void plainPathMustSatisfyWhatCoversIt(String servletPath, @Nullable String pathInfo, String rule) {
        when(request.getServletPath()).thenReturn(servletPath);
        when(request.getPathInfo()).thenReturn(pathInfo);
        assertThat(PATHS.rule(request).map(StepUpRule::toString).orElse("none"))
                .isEqualTo(
                        switch (rule) {
                            case "300s" -> "StepUpRule[maxAge=300s]";
                            case "mfa" -> "StepUpRule[amr=mfa]";
                            case "both" -> ALL.toString();
                            default -> "none";
                        });
    }

    @Test
    void requestUriIsNotAsked() {
        when(request.getRequestURI()).thenReturn("/b");
        when(request.getServletPath()).thenReturn("/a");
        assertThat(PATHS.rule(request)).contains(StepUpRule.recentLogin("5m"));
    }

    @Test
    void containerThatCallsTheUriAmbiguousIsBelieved() {
        when(request.getServletPath()).thenThrow(new IllegalArgumentException());
        assertThatExceptionOfType(MalformedHeadersException.class)
                .isThrownBy(() -> PATHS.rule(request))
                .returns("ambiguous_uri", MalformedHeadersException::code);
    }
}
