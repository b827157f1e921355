package com.authgear.headers;

import static com.authgear.headers.Outcomes.assertMalformed;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DuplicateHeaderTests {
    @ParameterizedTest
    @EnumSource
    void headerSentTwiceIsRefused(AuthgearHeader header) {
        Headers twice = Headers.valid().set(header, Headers.sample(header)).withSample(header);

        assertMalformed(twice, "duplicate_header", header);
        assertMalformed(twice.withSample(header), "duplicate_header", header);
    }

    @ParameterizedTest
    @EnumSource
    void emptySecondLineIsRefused(AuthgearHeader header) {
        assertMalformed(
                Headers.valid().set(header, Headers.sample(header)).with(header, ""), "duplicate_header", header);
        assertMalformed(Headers.valid().set(header, "").withSample(header), "duplicate_header", header);
    }

    @ParameterizedTest
    @EnumSource
    void twoEmptyLinesAreRefused(AuthgearHeader header) {
        assertMalformed(Headers.none().with(header, "").with(header, " "), "duplicate_header", header);
    }

    @ParameterizedTest
    @EnumSource
    void secondLineInAnotherSpellingIsRefused(AuthgearHeader header) {
        String upper = header.wireName().toUpperCase(Locale.ROOT);

        assertMalformed(
                Headers.valid().set(header, Headers.sample(header)).with(upper, ""), "duplicate_header", header);
    }

    @ParameterizedTest
    @EnumSource
    void mapWithTwoSpellingsIsRefused(AuthgearHeader header) {
        Map<String, List<String>> map = new LinkedHashMap<>();
        map.put(header.wireName(), List.of(Headers.sample(header)));
        map.put(header.wireName().toLowerCase(Locale.ROOT), List.of(Headers.sample(header)));

        assertMalformed(HeaderSource.of(map), "duplicate_header", header);
    }

    /** A server whose look-up is case-sensitive breaks the contract, but its two lines are still refused. */
    @Test
    void sourceThatSeparatesSpellingsIsRefused() {
        Map<String, String> lines = Map.of("X-Authgear-User-Id", "a", "x-authgear-user-id", "b");
        HeaderSource source = new HeaderSource() {
            @Override
            public Iterator<String> names() {
                return lines.keySet().iterator();
            }

            @Override
            public Iterator<String> values(String name) {
                return lines.entrySet().stream()
                        .filter(line -> line.getKey().equals(name))
                        .map(Map.Entry::getValue)
                        .iterator();
            }
        };

        assertMalformed(source, "duplicate_header", AuthgearHeader.USER_ID);
    }

    @Test
    void sourceThatNamesAHeaderTwiceIsRefused() {
        HeaderSource source = new HeaderSource() {
            @Override
            public Iterator<String> names() {
                return List.of("X-Authgear-Session-Valid", "X-Authgear-Session-Valid")
                        .iterator();
            }

            @Override
            public Iterator<String> values(String name) {
                return List.of("false").iterator();
            }
        };

        assertMalformed(source, "duplicate_header", AuthgearHeader.SESSION_VALID);
    }
}
