package com.authgear.headers.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

final class WrkTests {
    private static final String PRINTED = """
            Running 2s test @ http://127.0.0.1:8080/cost
              Latency Distribution
                 50%    2.31ms
                 75%    3.02ms
                 90%    4.00ms
                 99%   11.20ms
              20000 requests in 2.00s, 3.00MB read
            Requests/sec:  10000.50
            Transfer/sec:      1.50MB
            """;

    @Test
    void readsRateAndLatencies() {
        assertThat(Wrk.Result.parse(PRINTED)).isEqualTo(new Wrk.Result(10_000.5, "2.31ms", "11.20ms"));
    }

    @Test
    void anAnswerThatIsNoneIsNotMeasured() {
        for (String trouble : List.of("  Non-2xx or 3xx responses: 1\n", "  Socket errors: connect 0, read 1\n")) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Wrk.Result.parse(PRINTED + trouble))
                    .withMessageContaining("not every answer");
        }
    }
}
