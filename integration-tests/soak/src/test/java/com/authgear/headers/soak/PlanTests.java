package com.authgear.headers.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PlanTests {
    private static final long MANY = 20_000;

    @Test
    void sameSeedPlansTheSameRequests() {
        assertThat(requests(7)).isEqualTo(requests(7)).isNotEqualTo(requests(8));
    }

    @Test
    void everyKindAndTargetComesAndNoMarkTwice() {
        List<Shot> shots = LongStream.range(0, MANY).mapToObj(new Plan(7)::shot).toList();
        assertThat(shots).extracting(Shot::kind).containsAll(Kind.all());
        assertThat(shots).extracting(Shot::target).contains(Target.values());
        assertThat(shots).extracting(Shot::mark).doesNotHaveDuplicates();
    }

    @Test
    void kindsAreToldApartByTheirNames() {
        assertThat(Kind.all()).extracting(Kind::toString).doesNotHaveDuplicates();
    }

    private static List<String> requests(long seed) {
        Plan plan = new Plan(seed);
        return LongStream.range(0, 100)
                .mapToObj(number -> plan.shot(number).request().toString())
                .toList();
    }
}
