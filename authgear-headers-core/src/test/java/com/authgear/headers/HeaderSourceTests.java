package com.authgear.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class HeaderSourceTests {
    private final HeaderSource source = HeaderSource.of(Map.of("Accept", List.of("a", "b"), "Cookie", List.of()));

    @Test
    void namesOfAMapAreItsKeys() {
        assertThat(source.names()).toIterable().containsExactlyInAnyOrder("Accept", "Cookie");
    }

    @Test
    void valuesOfAMapAreAllLinesInOrderInAnyCase() {
        assertThat(source.values("ACCEPT")).toIterable().containsExactly("a", "b");
        assertThat(source.values("cookie")).isExhausted();
        assertThat(source.values("accept\u0130")).isExhausted();
    }

    @Test
    void twoSpellingsInAMapGiveTheLinesOfBoth() {
        HeaderSource both = HeaderSource.of(Map.of("ACCEPT", List.of("a"), "accept", List.of("b")));

        assertThat(both.values("Accept")).toIterable().containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void nullKeyOfAMapIsNoField() {
        Map<String, List<String>> answer = new HashMap<>();
        answer.put(null, List.of("HTTP/1.1 200 OK"));
        answer.put("Accept", List.of("a"));

        HeaderSource of = HeaderSource.of(answer);
        assertThat(of.names()).toIterable().containsExactly("Accept");
        assertThat(of.values("accept")).toIterable().containsExactly("a");
    }
}
