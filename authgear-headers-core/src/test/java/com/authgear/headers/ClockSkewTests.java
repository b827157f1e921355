package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClockSkewTests {
    private static final long NOW = Headers.AUTHENTICATED_AT;

    private final RecordingLogger logger = new RecordingLogger();
    private final AuthgearHeaderParser.Builder builder = builder(Instant.ofEpochSecond(NOW));

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1, 59, 60})
    void timeWithinTheSkewIsKept(long ahead) {
        assertThat(authenticatedAt(NOW + ahead)).contains(Instant.ofEpochSecond(NOW + ahead));
        assertThat(logger.lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 600, 86_400})
    void timeBeyondTheSkewIsUnknownAndTheSessionValid(long ahead) {
        assertThat(authenticatedAt(NOW + ahead)).isEmpty();
    }

    @Test
    void manyTimesBeyondTheSkewWarnOnce() {
        assertThat(authenticatedAt(NOW + 61)).isEmpty();
        assertThat(authenticatedAt(NOW + 62)).isEmpty();

        assertThat(logger.lines())
                .singleElement()
                .asString()
                .startsWith("WARNING")
                .contains("clocks");
    }

    @Test
    void fractionOfASecondOfTheClockCounts() {
        AuthgearHeaderParser.Builder late = builder(Instant.ofEpochSecond(NOW, 999_999_999));

        assertThat(authenticatedAt(late, NOW + 60)).isPresent();
        assertThat(authenticatedAt(late, NOW + 61)).isEmpty();
    }

    @Test
    void skewOfZeroKeepsOnlyThePast() {
        builder.clockSkew(Duration.ZERO);

        assertThat(authenticatedAt(NOW)).isPresent();
        assertThat(authenticatedAt(NOW + 1)).isEmpty();
    }

    @Test
    void skewOfADayKeepsADay() {
        builder.clockSkew(Duration.ofDays(1));

        assertThat(authenticatedAt(NOW + 86_400)).isPresent();
        assertThat(authenticatedAt(NOW + 86_401)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.000000001S", "PT24H0.000000001S", "P36500D"})
    void skewOutOfBoundsIsRefused(Duration skew) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.clockSkew(skew))
                .withMessageContaining("clockSkew");
    }

    private AuthgearHeaderParser.Builder builder(Instant now) {
        AuthgearHeaderParser.Builder result = AuthgearHeaderParser.builder().clock(Clock.fixed(now, ZoneOffset.UTC));
        result.oneTimeWarnings = new OneTimeWarnings(logger);
        return result;
    }

    private Optional<Instant> authenticatedAt(long seconds) {
        return authenticatedAt(builder, seconds);
    }

    private static Optional<Instant> authenticatedAt(AuthgearHeaderParser.Builder builder, long seconds) {
        Headers headers = Headers.valid().set(AuthgearHeader.SESSION_AUTHENTICATED_AT, Long.toString(seconds));
        return Outcomes.principal(builder.build(), headers).authenticatedAt();
    }
}
