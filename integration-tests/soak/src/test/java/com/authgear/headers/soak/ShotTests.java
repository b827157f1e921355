package com.authgear.headers.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.harness.RawResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer is taken for. */
final class ShotTests {
    private static final String OWN = Echo.of(Shots.MARK, People.get(1));

    private final Shot shot = Shots.of("honest: bearer");

    @Test
    void ownUserAndMarkAreItsOwn() {
        assertThat(shot.outcome(Shots.ok(OWN))).isEqualTo(Outcome.OWN_USER);
    }

    @Test
    void answerToAnotherRequestOfTheSameUserIsForeign() {
        assertThat(shot.outcome(Shots.ok(Echo.of("other", People.get(1))))).isEqualTo(Outcome.FOREIGN);
    }

    @Test
    void anotherUserIsForeign() {
        assertThat(shot.outcome(Shots.ok(Echo.of(Shots.MARK, People.get(2))))).isEqualTo(Outcome.FOREIGN);
    }

    @ParameterizedTest
    @CsvSource({"user-1|,user-2|", "|false|false|false|,|false|true|false|", "role_1,role_2", "x_1,x_2", "13:21,13:22"})
    void oneFieldOfAnotherUserIsForeign(String own, String other) {
        assertThat(OWN).contains(own);
        assertThat(shot.outcome(Shots.ok(OWN.replace(own, other)))).isEqualTo(Outcome.FOREIGN);
    }

    @Test
    void nobodyIsNotTheUser() {
        assertThat(shot.outcome(Shots.ok(Echo.nobody(Shots.MARK)))).isEqualTo(Outcome.NOBODY);
        assertThat(shot.outcome(Shots.ok(Echo.nobody("other")))).isEqualTo(Outcome.FOREIGN);
    }

    @ParameterizedTest
    @CsvSource({
        "401,UNAUTHORIZED",
        "400,REJECTED",
        "403,REJECTED",
        "500,SERVER_ERROR",
        "504,SERVER_ERROR",
        "302,FOREIGN"
    })
    void failureIsKnownByItsStatus(int status, Outcome outcome) {
        assertThat(shot.outcome(new RawResponse(status, List.of(), "jetty " + OWN)))
                .isEqualTo(outcome);
    }
}
