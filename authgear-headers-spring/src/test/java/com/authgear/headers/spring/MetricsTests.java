package com.authgear.headers.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.servlet.AuthgearRequestListener.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

final class MetricsTests {
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AuthgearHeadersMetrics metrics = new AuthgearHeadersMetrics(registry);

    @Test
    void countersOfAcceptedRequestsExistFromTheStart() {
        assertThat(registry.find("authgear.headers.requests").counters())
                .extracting(counter -> counter.getId().getTag("outcome"))
                .containsExactlyInAnyOrder("valid", "none", "invalid");
        assertThat(registry.find("authgear.headers.requests").counters()).allMatch(counter -> counter.count() == 0);
    }

    @Test
    void eachOutcomeAndReasonHasItsOwnCounter() {
        metrics.decided(Outcome.VALID, "none");
        metrics.decided(Outcome.VALID, "none");
        metrics.decided(Outcome.STEP_UP, "too_old");
        metrics.decided(Outcome.MALFORMED, "duplicate_header");
        metrics.decided(Outcome.MALFORMED, "bad_amr");
        assertThat(count("valid", "none")).isEqualTo(2);
        assertThat(count("step_up", "too_old")).isEqualTo(1);
        assertThat(count("malformed", "duplicate_header")).isEqualTo(1);
        assertThat(count("malformed", "bad_amr")).isEqualTo(1);
        assertThat(count("none", "none")).isZero();
    }

    private double count(String outcome, String reason) {
        Counter counter = registry.get("authgear.headers.requests")
                .tags("outcome", outcome, "reason", reason)
                .counter();
        return counter.count();
    }
}
