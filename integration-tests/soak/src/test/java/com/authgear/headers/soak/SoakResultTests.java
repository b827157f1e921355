package com.authgear.headers.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must not pass, one at a time, and the run without it, which does. */
final class SoakResultTests {
    private static final long MIB = 1024 * 1024;

    private final Timeline timeline = new Timeline();
    private final Tally tally = new Tally();

    /** All that must be seen, once. */
    @BeforeEach
    void goodRun() {
        for (Disturbance disturbance : Disturbance.values()) {
            timeline.begin(disturbance);
            count("honest: bearer", outcome(disturbance.harm()), "");
            timeline.end(disturbance);
            tally.count(disturbance);
        }
        for (Kind kind : Kind.all()) {
            kind.expected().forEach(outcome -> count(kind.toString(), outcome, "jetty x"));
        }
        for (int i = 0; i < 10; i++) {
            count("honest: bearer", Outcome.OWN_USER, "tomcat x");
        }
    }

    @Test
    void goodRunPasses() {
        assertThat(failures()).isEmpty();
        assertThat(new Report(result(tally, flat())).text())
                .contains("honest: bearer", "all honest", "resolver killed, restarted", "20 %", "tomcat 10; seed 3");
    }

    @Test
    void violationFails() {
        count("past: nine, own bearer", Outcome.OWN_USER, "jetty it was let in");
        assertThat(failures()).singleElement().asString().contains("past: nine, own bearer", "it was let in");
        assertThat(new Report(result(tally, flat())).text()).containsPattern("past: nine, own bearer .* 1\\R");
    }

    @Test
    void whatIsWrongBesideFails() {
        tally.tell("a client failed");
        assertThat(failures()).containsExactly("a client failed");
    }

    @Test
    void emptyRunFailsForEachKindDisturbanceAndContainer() {
        assertThat(result(new Tally(), flat()).failures())
                .contains("never as expected: honest: POST", "never felt: NGINX reloaded", "never answered: tomcat")
                .hasSize(Kind.all().size() + Disturbance.values().length + 2);
    }

    @Test
    void disturbanceWithoutAnyHarmFails() {
        Tally harmless = new Tally();
        for (Disturbance disturbance : Disturbance.values()) {
            timeline.begin(disturbance);
            harmless.count(disturbance);
        }
        harmless.count(Shots.of("honest: bearer"), new Reply(Outcome.OWN_USER, timeline.now(), "jetty x"), timeline);
        assertThat(result(harmless, flat()).failures())
                .contains("never felt: resolver killed, restarted", "never felt: resolver answers 200, no headers")
                .doesNotContain("never felt: resolver slow", "never felt: NGINX reloaded");
    }

    @Test
    void refusingMostHonestRequestsFails() {
        timeline.begin(Disturbance.KILLED);
        for (int i = 0; i < 100; i++) {
            count("honest: bearer", Outcome.SERVER_ERROR, "");
        }
        assertThat(failures()).containsExactly("fewer than half of the honest requests got through");
    }

    @Test
    void growingMemoryFails() {
        assertThat(result(tally, List.of(sample(10, 1, 1), sample(20, 20, 100), sample(100, 31, 100)))
                        .failures())
                .singleElement()
                .asString()
                .contains("memory or threads grow");
        assertThat(result(tally, List.of(sample(20, 20, 100), sample(100, 20, 151)))
                        .failures())
                .hasSize(1);
        assertThat(result(tally, List.of(sample(100, 20, 100))).failures()).hasSize(1);
        assertThat(result(tally, List.of(sample(20, 20, 100), sample(90, 99, 999), sample(100, 30, 150)))
                        .failures())
                .isEmpty();
    }

    private static Outcome outcome(Harm harm) {
        return switch (harm) {
            case NONE -> Outcome.OWN_USER;
            case NO_ANSWER -> Outcome.SERVER_ERROR;
            case NO_SESSION -> Outcome.UNAUTHORIZED;
            case NO_CONNECTION -> Outcome.LOST;
        };
    }

    private void count(String kind, Outcome outcome, String answer) {
        tally.count(Shots.of(kind), new Reply(outcome, timeline.now(), answer), timeline);
    }

    private List<String> failures() {
        return result(tally, flat()).failures();
    }

    private static SoakResult result(Tally tally, List<Sample> samples) {
        return new SoakResult(tally, samples, new SoakOptions(1, 2, 3), Duration.ofSeconds(1));
    }

    private static List<Sample> flat() {
        return List.of(sample(20, 20, 100), sample(100, 20, 100));
    }

    private static Sample sample(int percent, long mib, int threads) {
        return new Sample(percent, mib * MIB, threads, 0, 0);
    }
}
