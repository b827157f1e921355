package com.authgear.headers.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What may become of a request, and why. */
final class VerdictTests {
    private static final String HONEST = "honest: bearer";
    private static final String PUBLIC = "honest: on a public path";
    private static final String FORGED = "forged: nine, no credential";
    private static final String PAST = "past: nine, own bearer";

    private final Timeline timeline = new Timeline();

    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
            honest: bearer                      = OWN_USER
            forged: nine, own bearer            = OWN_USER
            forged: nine, no credential         = UNAUTHORIZED
            forged: two bearers                 = REJECTED
            past: nine, own bearer              = UNAUTHORIZED
            none: no credential, public path    = NOBODY
            """)
    void whatIsExpectedIsRight(String kind, Outcome outcome) {
        assertThat(right(kind, outcome)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, names = "OWN_USER", mode = EnumSource.Mode.EXCLUDE)
    void honestRequestMayNotFailWhileNothingIsWrong(Outcome outcome) {
        assertThat(right(HONEST, outcome)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"OWN_USER", "NOBODY", "FOREIGN", "REJECTED"})
    void forgedRequestMayNeverGetThrough(Outcome outcome) {
        everythingIsWrong();
        assertThat(right(FORGED, outcome)).isFalse();
        assertThat(right(PAST, outcome)).isFalse();
    }

    @Test
    void foreignAnswerIsNeverRight() {
        everythingIsWrong();
        assertThat(Kind.all()).noneMatch(kind -> right(kind.toString(), Outcome.FOREIGN));
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR_JSON,SERVER_ERROR",
        "KILLED,SERVER_ERROR",
        "HUNG,SERVER_ERROR",
        "NO_HEADERS,UNAUTHORIZED",
        "RELOADED,LOST"
    })
    void disturbanceExplainsItsHarmAndNoOther(Disturbance disturbance, Outcome harm) {
        timeline.begin(disturbance);
        assertThat(verdict(HONEST, harm, timeline.now()).cause()).contains(disturbance);
        for (Outcome outcome : Outcome.values()) {
            assertThat(right(HONEST, outcome)).isEqualTo(outcome == harm || outcome == Outcome.OWN_USER);
        }
    }

    @Test
    void slownessExplainsNothing() {
        timeline.begin(Disturbance.SLOW);
        assertThat(right(HONEST, Outcome.SERVER_ERROR)).isFalse();
        assertThat(right(HONEST, Outcome.LOST)).isFalse();
    }

    @Test
    void disturbanceExplainsRequestsThatItTouchedAndNoLaterOnes() {
        long before = timeline.now();
        timeline.begin(Disturbance.KILLED);
        timeline.end(Disturbance.KILLED);
        assertThat(verdict(HONEST, Outcome.SERVER_ERROR, before).right()).isTrue();
        assertThat(verdict(HONEST, Outcome.SERVER_ERROR, Long.MAX_VALUE).right())
                .isFalse();
    }

    @Test
    void disturbanceExplainsNothingPastTheProxy() {
        everythingIsWrong();
        assertThat(right(FORGED, Outcome.SERVER_ERROR)).isTrue();
        assertThat(right(PAST, Outcome.SERVER_ERROR)).isFalse();
        assertThat(right(PAST, Outcome.LOST)).isFalse();
    }

    @Test
    void userWithoutASessionIsNobodyOnAPublicPathOnly() {
        timeline.begin(Disturbance.NO_HEADERS);
        assertThat(right(PUBLIC, Outcome.NOBODY)).isTrue();
        assertThat(right(PUBLIC, Outcome.UNAUTHORIZED)).isFalse();
        assertThat(right(HONEST, Outcome.NOBODY)).isFalse();
        assertThat(right("none: no credential", Outcome.NOBODY)).isFalse();
    }

    private void everythingIsWrong() {
        for (Disturbance disturbance : Disturbance.values()) {
            timeline.begin(disturbance);
        }
    }

    private boolean right(String kind, Outcome outcome) {
        return verdict(kind, outcome, timeline.now()).right();
    }

    private Verdict verdict(String kind, Outcome outcome, long since) {
        return Verdict.of(Shots.of(kind), new Reply(outcome, since, ""), timeline);
    }
}
