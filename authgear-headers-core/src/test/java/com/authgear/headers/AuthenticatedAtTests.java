package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;
import static com.authgear.headers.Outcomes.principal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AuthenticatedAtTests {
    /** So late that no time lies in the future. */
    private static final AuthgearHeaderParser AT_THE_END_OF_TIME = AuthgearHeaderParser.builder()
            .clock(Clock.fixed(Instant.parse("9999-12-31T23:59:59Z"), ZoneOffset.UTC))
            .build();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "01, 1",
        "000000000000, 0",
        "001700000000, 1700000000",
        "1700000000, 1700000000",
        "253402300799, 253402300799",
        "'\t1700000000 ', 1700000000",
    })
    void wellFormedTimeIsRead(String value, long seconds) {
        assertThat(principal(AT_THE_END_OF_TIME, time(value)).authenticatedAt())
                .contains(Instant.ofEpochSecond(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "253402300800",
                "999999999999",
                "0000000000000",
                "0001700000000",
                "1700000000000",
                "99999999999999",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551617",
                "-1",
                "-0",
                "+1",
                "1e9",
                "1.0",
                "1,700",
                "1_700",
                "17 00",
                "0x1",
                "\"1\"",
                "1700000000,1700000000",
                "\uff11",
                "\u0661\u0667",
                "\u0967",
                "\u22121",
                "1\u0000",
                "1\u00a0",
                "1\n",
                "NaN",
                "now",
                "2023-11-14T22:13:20Z",
                "-",
            })
    void malformedTimeIsRefused(String value) {
        assertMalformed(time(value), "bad_authenticated_at", AuthgearHeader.SESSION_AUTHENTICATED_AT);
    }

    @Test
    void emptyTextIsNoTime() {
        assertThat(Grammar.seconds("0")).isZero();
        assertThat(Grammar.seconds("")).isNegative();
    }

    @Test
    void absentTimeIsEmpty() {
        assertThat(principal(Headers.valid().without(AuthgearHeader.SESSION_AUTHENTICATED_AT))
                        .authenticatedAt())
                .isEmpty();
    }

    private static Headers time(String value) {
        return Headers.valid().set(AuthgearHeader.SESSION_AUTHENTICATED_AT, value);
    }
}
