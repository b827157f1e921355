package com.authgear.headers.resolverstub;

import com.authgear.headers.harness.RawResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What of an answer is compared.
 *
 * @param status the status
 * @param lines all header lines, sorted, but {@code Date} and {@code Connection}, the roles sorted: their order changes from call to
 *     call
 * @param body without the identifier of an error
 */
record Seen(int status, List<String> lines, String body) {
    static final Seen NOTHING = new Seen(0, List.of(), "");
    private static final String ROLES = "X-Authgear-User-Roles: ";

    static Seen of(RawResponse response) {
        return of(response.status(), response.lines(), response.bytes());
    }

    static Seen of(int status, List<String> lines, String body) {
        List<String> compared = lines.stream()
                .map(String::stripTrailing)
                .filter(line -> !line.matches("(Date|Connection):.*"))
                .map(Seen::withSortedRoles)
                .sorted()
                .toList();
        return new Seen(status, compared, body.replaceAll("\"tracking_id\":\"[^\"]*\"", "\"tracking_id\":\"\""));
    }

    private static String withSortedRoles(String line) {
        if (!line.startsWith(ROLES)) {
            return line;
        }
        return Arrays.stream(line.substring(ROLES.length()).split(",", -1))
                .sorted()
                .collect(Collectors.joining(",", ROLES, ""));
    }

    Seen without(String name) {
        return new Seen(
                status,
                lines.stream().filter(line -> !line.startsWith(name + ":")).toList(),
                body);
    }

    boolean has(String name) {
        return lines.stream().anyMatch(line -> line.startsWith(name + ":"));
    }

    Seen statusOnly() {
        return new Seen(status, List.of(), "");
    }
}
