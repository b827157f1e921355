package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class BooleanTests {
    /** What Go's {@code strconv.ParseBool} takes besides {@code true} and {@code false}. */
    private static final List<String> OF_GO = List.of("1", "t", "T", "TRUE", "True", "0", "f", "F", "FALSE", "False");

    private static final List<AuthgearHeader> ALL = List.of(
            AuthgearHeader.SESSION_VALID,
            AuthgearHeader.USER_ANONYMOUS,
            AuthgearHeader.USER_VERIFIED,
            AuthgearHeader.USER_CAN_REAUTHENTICATE);

    static Stream<Arguments> flags() {
        return Stream.of(
                flag(AuthgearHeader.USER_ANONYMOUS, AuthgearPrincipal::isAnonymous),
                flag(AuthgearHeader.USER_VERIFIED, AuthgearPrincipal::isVerified),
                flag(AuthgearHeader.USER_CAN_REAUTHENTICATE, AuthgearPrincipal::canReauthenticate));
    }

    static Stream<Arguments> goSpellings() {
        return eachWith(OF_GO);
    }

    static Stream<Arguments> junk() {
        return eachWith(List.of(
                "tRUE",
                "yes",
                "on",
                "y",
                "-1",
                "+1",
                "00",
                "tru",
                "truee",
                "null",
                "true,true",
                "true, false",
                "true false",
                "\"true\"",
                "true\u00a0",
                "\u0442rue",
                "\uff11",
                "\uff54\uff52\uff55\uff45",
                "%74rue",
                "true\r\n",
                "true\u0000",
                "-",
                "(null)",
                "{http.reverse_proxy.header.X-Authgear-Session-Valid}",
                "$upstream_http_x_authgear_session_valid",
                "%[var(req.auth_response_header.x_authgear)]"));
    }

    @ParameterizedTest
    @MethodSource("flags")
    void flagIsReadIndependentlyOfTheOthers(AuthgearHeader header, Predicate<AuthgearPrincipal> flag) {
        Headers headers = Headers.valid();
        flags().map(row -> (AuthgearHeader) row.get()[0]).forEach(other -> headers.set(other, "false"));

        assertThat(principal(headers)).matches(flag.negate());
        assertThat(principal(headers.set(header, "true"))).matches(flag);
    }

    @ParameterizedTest
    @MethodSource("goSpellings")
    void otherSpellingsThatGoReadsAreRefused(AuthgearHeader header, String value) {
        assertMalformed(Headers.valid().set(header, value), "bad_boolean", header);
    }

    @ParameterizedTest
    @MethodSource("junk")
    void junkIsRefused(AuthgearHeader header, String value) {
        assertMalformed(Headers.valid().set(header, value), "bad_boolean", header);
    }

    @Test
    void surroundingWhiteSpaceIsTrimmed() {
        ALL.forEach(header -> assertThat(
                        principal(Headers.valid().set(header, " \ttrue\t ")).userId())
                .as(header.wireName())
                .isEqualTo(Headers.USER_ID));
    }

    private static Arguments flag(AuthgearHeader header, Predicate<AuthgearPrincipal> flag) {
        return Arguments.of(header, flag);
    }

    private static Stream<Arguments> eachWith(List<String> values) {
        return ALL.stream().flatMap(header -> values.stream().map(value -> Arguments.of(header, value)));
    }
}
