package com.authgear.headers.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearAuthenticator;
import com.authgear.headers.HeaderSource;
import com.authgear.headers.RefusedHeadersException;
import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;

/** Whatever headers come and whatever is configured: what the rules say, or a refusal that repeats nothing of them. */
final class RequestFuzzTests {
    private static final List<AuthgearAuthenticator> AUTHENTICATORS = IntStream.range(0, Setup.COUNT)
            .mapToObj(number -> Setup.number(number).authenticator())
            .toList();
    private static final Tally TALLY = new Tally("requests");
    private static final Refusals REFUSALS = new Refusals();

    @FuzzTest(maxExecutions = 5_000_000, maxDuration = "")
    void requestIsReadByItsRules(FuzzedDataProvider data) {
        int number = data.consumeInt(0, Setup.COUNT - 1);
        Map<String, List<String>> headers = new RequestMaker(data).request();
        String expected = new ExpectedOutcome(Setup.number(number), headers).read();

        assertThat(outcome(AUTHENTICATORS.get(number), headers))
                .as("%s of %s", Setup.number(number), headers)
                .isEqualTo(expected);
        TALLY.count(expected.startsWith("[") ? "valid" : expected);
    }

    @AfterAll
    static void report() {
        TALLY.print();
    }

    private static String outcome(AuthgearAuthenticator authenticator, Map<String, List<String>> headers) {
        try {
            return ExpectedOutcome.describe(authenticator.authenticate(HeaderSource.of(headers), Optional::empty));
        } catch (RefusedHeadersException refusal) {
            REFUSALS.check(refusal);
            return ExpectedOutcome.REFUSED;
        }
    }
}
