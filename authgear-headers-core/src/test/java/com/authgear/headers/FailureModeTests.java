package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FailureModeTests {
    private static final AuthgearHeaderParser PARSER = AuthgearHeaderParser.create();
    private static final String MARKER = "x-envoy-auth-failure-mode-allowed";

    @ParameterizedTest
    @ValueSource(strings = {"true", "TRUE", " true ", "1", "", "junk"})
    void markedIdentityIsRefused(String value) {
        assertMalformed(Headers.valid().with(MARKER, value), "auth_failure_mode", AuthgearHeader.SESSION_VALID);
    }

    @ParameterizedTest
    @EnumSource
    void markerBesideAnyOfTheNineIsRefused(AuthgearHeader header) {
        assertMalformed(Headers.none().withSample(header).with(MARKER, "true"), "auth_failure_mode", header);
    }

    @Test
    void markerInAnotherCaseOrOnASecondLineIsRefused() {
        assertMalformed(
                Headers.valid().with("X-Envoy-Auth-Failure-Mode-Allowed", "true"),
                "auth_failure_mode",
                AuthgearHeader.SESSION_VALID);
        assertMalformed(
                Headers.valid().with(MARKER, "false").with(MARKER, "true"),
                "auth_failure_mode",
                AuthgearHeader.SESSION_VALID);
    }

    @Test
    void markedRequestWithoutIdentityHasNoSession() {
        assertThat(PARSER.parse(Headers.none().with(MARKER, "true"))).isEqualTo(AuthgearSession.none());
        assertThat(PARSER.parse(Headers.none().with(MARKER, "true").with(AuthgearHeader.USER_ID, "")))
                .isEqualTo(AuthgearSession.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "False", " false\t"})
    void markerOfFalseChangesNothing(String value) {
        assertThat(principal(Headers.valid().with(MARKER, value))).isEqualTo(principal(Headers.valid()));
    }
}
