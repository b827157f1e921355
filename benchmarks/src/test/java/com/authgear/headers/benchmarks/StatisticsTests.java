package com.authgear.headers.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

final class StatisticsTests {
    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    @Test
    void medianIsTheMiddleOrLiesBetweenTheMiddleTwo() {
        assertThat(Measurement.median(List.of(3.0, 1.0, 2.0))).isEqualTo(2);
        assertThat(Measurement.median(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(2.5);
    }

    @Test
    void ratioIsTakenRoundByRound() {
        Measurement ours = new Measurement("ours", List.of(100.0, 900.0, 120.0), 50);
        Measurement theirs = new Measurement("theirs", List.of(200.0, 1800.0, 200.0), 200);
        assertThat(ours.times(theirs)).isEqualTo(0.5, EXACT);
        assertThat(ours.bytesTo(theirs)).isEqualTo(0.25, EXACT);
        assertThat(ours.time()).isEqualTo(120, EXACT);
    }

    @Test
    void intervalOfTwelvePairsLeavesTwoOutOnEitherSide() {
        Load load = load(12);
        assertThat(load.ratio()).isEqualTo(1.055, EXACT);
        assertThat(load.lower()).isEqualTo(1.02, EXACT);
        assertThat(load.upper()).isEqualTo(1.09, EXACT);
        assertThat(load.slowestRatio()).isEqualTo(2, EXACT);
    }

    @Test
    void intervalOfOnePairIsThatPair() {
        assertThat(load(1).lower()).isEqualTo(1, EXACT);
        assertThat(load(1).upper()).isEqualTo(1, EXACT);
    }

    @Test
    void timesOfWrkAreRead() {
        assertThat(LoadMeasurement.millis("145.00us")).isEqualTo(0.145, EXACT);
        assertThat(LoadMeasurement.millis("11.20ms")).isEqualTo(11.2, EXACT);
        assertThat(LoadMeasurement.millis("1.02s")).isEqualTo(1020, EXACT);
    }

    @Test
    void orderOfGrowthIsTheExponent() {
        Measurement small = new Measurement("GrowthBenchmark.request headers-10", List.of(10.0), 0);
        Measurement linear = new Measurement("GrowthBenchmark.request headers-1000", List.of(1000.0), 0);
        Measurement square = new Measurement("GrowthBenchmark.request headers-100", List.of(1000.0), 0);
        Measurement other = new Measurement("GrowthBenchmark.request roles-1000", List.of(1.0), 0);
        assertThat(GrowthOrder.between(small, linear)).isEqualTo("1.00");
        assertThat(GrowthOrder.between(small, square)).isEqualTo("2.00");
        assertThat(GrowthOrder.between(small, other)).isEmpty();
        assertThat(GrowthOrder.title(other)).isEqualTo("roles-1000");
    }

    private static Load load(int pairs) {
        return new Load(
                "Jetty",
                IntStream.range(0, pairs)
                        .mapToObj(i -> new Load.Pair(100, 100 + (i * 5) % pairs, 1, 2))
                        .toList());
    }
}
