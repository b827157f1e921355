package com.authgear.headers.attacksuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.harness.RawRequest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One refused request as the log tells it.
 *
 * @param code the reason
 */
record Refusal(String code) {
    /** The whole line: constants of the library and the socket address. */
    private static final Pattern LINE = Pattern.compile("WARNING Refused (?:a request|1 more requests):"
            + " code=([a-z_]+) header=(?:[A-Za-z-]+\\*?|\\*)(?: peer=(?:127\\.0\\.0\\.[1-9]|unknown): [ -~]+)?");

    /** A warning to the operator about a header, in constant words. */
    private static final String ONCE_A_PROCESS = "WARNING X-Authgear-";

    /** A filter that its container starts with the first request. */
    private static final String START = "INFO Authgear headers: ";

    private static final int SHORTEST_VALUE = 4;
    private static final List<String> WORDS = List.of("true", "false", "close");

    static List<Refusal> of(List<String> lines) {
        return lines.stream()
                .filter(line ->
                        !line.startsWith("FINE ") && !line.startsWith(START) && !line.startsWith(ONCE_A_PROCESS))
                .map(Refusal::parse)
                .toList();
    }

    private static Refusal parse(String line) {
        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        return new Refusal(matcher.group(1));
    }

    /** Fails if a line shows anything that the client chose: a value, a name of its own, or a path. */
    static void assertTellNothing(List<String> lines, RawRequest request) {
        assertThat(lines).as("the log").allSatisfy(line -> {
            assertThat(line).doesNotContain(request.target(), Honest.SECRET);
            request.lines().forEach(header -> assertTellsNothing(line, header));
        });
    }

    private static void assertTellsNothing(String line, String header) {
        int colon = header.indexOf(':');
        String name = header.substring(0, Math.max(colon, 0));
        String value = header.substring(colon + 1).strip();
        if (value.length() >= SHORTEST_VALUE && !WORDS.contains(value)) {
            assertThat(line).doesNotContain(value);
        }
        if (AuthgearHeader.isReserved(name) && AuthgearHeader.find(name).isEmpty()) {
            assertThat(line).doesNotContain(name);
        }
    }
}
