package com.authgear.headers.examples.proxycheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpectedTests {
    private static final Identity BOB = Identity.of("x-authgear-user-id: bob");

    private static Exchange exchange(int status, Arrival... arrivals) {
        Optional<Answer> response = status == 0 ? Optional.empty() : Optional.of(new Answer(status, List.of(), ""));
        return new Exchange(response, "no answer", List.of(arrivals), List.of());
    }

    private static Arrival arrival(String... lines) {
        HttpFields.Mutable headers = HttpFields.build();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            headers.add(line.substring(0, colon), line.substring(colon + 2));
        }
        return new Arrival("GET", "/", headers.asImmutable(), "");
    }

    @ParameterizedTest
    @CsvSource({
        "0, false, false",
        "200, false, false",
        "299, false, false",
        "302, true, false",
        "400, true, true",
        "499, true, true",
        "500, false, true",
        "504, false, true"
    })
    void answerOfTheProxyIsARefusalOrAnError(int status, boolean refused, boolean error) {
        assertThat(Expected.nobody().holds().test(exchange(status))).isEqualTo(refused);
        assertThat(Expected.error().holds().test(exchange(status))).isEqualTo(error);
        assertThat(Expected.identity(BOB).holds().test(exchange(status))).isFalse();
    }

    @Test
    void requestThatReachesTheBackendIsNeitherRefusedNorAnError() {
        Exchange reached = exchange(401, arrival("x-authgear-user-id: bob"));
        assertThat(Expected.nobody().holds().test(reached)).isFalse();
        assertThat(Expected.error().holds().test(reached)).isFalse();
        assertThat(Expected.identity(BOB).holds().test(reached)).isTrue();
        assertThat(reached.summary()).isEqualTo("user-id=bob (401)");
    }

    @Test
    void onceIsNotTwice() {
        Arrival bob = arrival("x-authgear-user-id: bob");
        Exchange twice = exchange(200, bob, bob);
        assertThat(Expected.identity(BOB).holds().test(twice)).isFalse();
        assertThat(twice.summary()).isEqualTo("(reached 2 times) 200");
    }

    @Test
    void disregardedHeadersAreMentioned() {
        Exchange roles = exchange(200, arrival("x-authgear-user-id: bob", "x-authgear-user-roles: admin"));
        assertThat(Expected.identity(BOB).holds().test(roles)).isFalse();
        Expected lenient = Expected.identity(BOB, Set.of("x-authgear-user-roles"));
        assertThat(lenient.holds().test(roles)).isTrue();
        assertThat(lenient.shows().apply(roles)).isEqualTo("user-id=bob (besides what arrives always)");
    }

    @Test
    void missingHeadersAreNamed() {
        Exchange other = exchange(200, arrival("x-authgear-user-id: eve"));
        assertThat(Expected.identity(BOB).shows().apply(other))
                .isEqualTo("user-id=eve; not as expected: x-authgear-user-id");
    }

    @Test
    void combinationsSayBothParts() {
        Expected both = Expected.identity(BOB).and(Expected.of("luck", exchange -> false));
        assertThat(both.text()).isEqualTo("user-id=bob; luck");
        assertThat(both.holds().test(exchange(200, arrival("x-authgear-user-id: bob"))))
                .isFalse();
        assertThat(Expected.nobody().orRefused().text()).isEqualTo("nobody, or refused");
    }
}
