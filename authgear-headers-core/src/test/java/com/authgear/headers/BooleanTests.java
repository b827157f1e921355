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
    private static final AuthgearHeaderParser LENIENT =
            AuthgearHeaderParser.builder().lenientBooleans(true).build();
    private static final List<String> TRUTHS = List.of("true", "1", "t", "T", "TRUE", "True");
    private static final List<String> FALSEHOODS = List.of("false", "0", "f", "F", "FALSE", "False");
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
        return eachWith(
                Stream.concat(TRUTHS.stream().skip(1), FALSEHOODS.stream().skip(1))
                        .toList());
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
    void parseWhenFlagIsTrueThenTrueWhateverTheOthersAre(AuthgearHeader header, Predicate<AuthgearPrincipal> flag) {
        Headers headers = Headers.valid();
        flags().map(row -> (AuthgearHeader) row.get()[0]).forEach(other -> headers.set(other, "false"));

        assertThat(principal(headers)).matches(flag.negate());
        assertThat(principal(headers.set(header, "true"))).matches(flag);
    }

    @ParameterizedTest
    @MethodSource("flags")
    void parseWhenLenientThenEverySpellingOfGoIsRead(AuthgearHeader header, Predicate<AuthgearPrincipal> flag) {
        TRUTHS.forEach(value -> assertThat(principal(LENIENT, Headers.valid().set(header, value)))
                .as(value)
                .matches(flag));
        FALSEHOODS.forEach(value -> assertThat(
                        principal(LENIENT, Headers.valid().set(header, value)))
                .as(value)
                .matches(flag.negate()));
    }

    @ParameterizedTest
    @MethodSource("goSpellings")
    void parseWhenStrictThenSpellingsOfGoAreRefused(AuthgearHeader header, String value) {
        assertMalformed(Headers.valid().set(header, value), "bad_boolean", header);
    }

    @ParameterizedTest
    @MethodSource("junk")
    void parseWhenBooleanIsJunkThenRefusedByStrictAndLenient(AuthgearHeader header, String value) {
        assertMalformed(Headers.valid().set(header, value), "bad_boolean", header);
        assertMalformed(LENIENT, Headers.valid().set(header, value), "bad_boolean", header.wireName());
    }

    @Test
    void parseWhenLenientThenSessionValidTakesEverySpelling() {
        TRUTHS.forEach(value -> assertThat(LENIENT.parse(Headers.valid().set(AuthgearHeader.SESSION_VALID, value)))
                .as(value)
                .isInstanceOf(AuthgearSession.Valid.class));
        FALSEHOODS.forEach(value -> assertThat(LENIENT.parse(Headers.none().with(AuthgearHeader.SESSION_VALID, value)))
                .as(value)
                .isEqualTo(AuthgearSession.invalid()));
    }

    @Test
    void parseWhenBooleanIsSurroundedByWhiteSpaceThenTrimmed() {
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
