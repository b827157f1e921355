package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

final class EmptyLineTests {
    private static final AuthgearHeaderParser PARSER = AuthgearHeaderParser.create();

    @ParameterizedTest
    @EnumSource
    void emptyLineAloneIsNoSession(AuthgearHeader header) {
        assertThat(PARSER.parse(Headers.none().with(header, ""))).isEqualTo(AuthgearSession.none());
        assertThat(PARSER.parse(Headers.none().with(header, " \t "))).isEqualTo(AuthgearSession.none());
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SESSION_VALID")
    void emptyLineDoesNotContradictAnInvalidSession(AuthgearHeader other) {
        Headers headers = Headers.none().with(other, "").with(AuthgearHeader.SESSION_VALID, "false");

        assertThat(PARSER.parse(headers)).isEqualTo(AuthgearSession.invalid());
    }

    @ParameterizedTest
    @EnumSource(names = {"SESSION_AMR", "SESSION_ACR", "SESSION_AUTHENTICATED_AT", "USER_ROLES"})
    void emptyOptionalLineCountsAsAbsent(AuthgearHeader optional) {
        assertThat(principal(Headers.valid().set(optional, "")))
                .isEqualTo(principal(Headers.valid().without(optional)));
    }

    @Test
    void nineEmptyLinesAreNoSession() {
        Headers headers = Headers.none();
        for (AuthgearHeader header : AuthgearHeader.values()) {
            headers.with(header, "");
        }

        assertThat(PARSER.parse(headers)).isEqualTo(AuthgearSession.none());
    }

    @Test
    void nameWithoutALineIsNoSession() {
        assertThat(PARSER.parse(HeaderSource.of(Map.of("X-Authgear-User-Id", List.of()))))
                .isEqualTo(AuthgearSession.none());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u3000", "\u0000", "\r\n", "\u000b", "\u200b"})
    void otherWhiteSpaceIsNotEmpty(String value) {
        assertMalformed(
                Headers.none().with(AuthgearHeader.SESSION_AMR, value), "orphan_headers", AuthgearHeader.SESSION_AMR);
    }
}
