package com.authgear.headers.soak;

import com.authgear.headers.harness.Forgery;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RowList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A kind of request: the name under which it is counted, how it is sent, method and path, its allowed outcomes without
 * a disturbance, and header lines, in which {@code $user} is the user of the request.
 */
record Kind(String group, Manner manner, String line, Set<Outcome> expected, String headers) {
    /** Name, weight, manner, method and path, outcomes, header lines; a star stands for each of the forgeries. */
    private static final String TABLE = """
            honest      | 200 | WHOLE        | GET /me     | OWN_USER     | Authorization: Bearer $user
            honest      | 140 | WHOLE        | GET /me     | OWN_USER     | Cookie: theme=dark; session=$user
            honest      |  30 | WHOLE        | GET /me     | OWN_USER     | Cookie: app_session=$user
            honest      |  30 | WHOLE        | GET /me     | OWN_USER     | Cookie: app_access_token=$user
            honest      |  50 | WHOLE        | GET /later  | OWN_USER     | Authorization: Bearer $user
            honest      |  40 | WHOLE        | GET /public | OWN_USER     | Authorization: Bearer $user
            honest      |  60 | WHOLE        | POST /me    | OWN_USER     | Authorization: Bearer $user
            none        |  40 | WHOLE        | GET /me     | UNAUTHORIZED | Accept: text/plain
            none        |  30 | WHOLE        | GET /public | NO_USER      | Accept: text/plain
            none        |  10 | WHOLE        | POST /me    | UNAUTHORIZED | Accept: text/plain
            invalid     |  30 | WHOLE        | GET /me     | UNAUTHORIZED | Authorization: Bearer stranger
            invalid     |  30 | WHOLE        | GET /me     | UNAUTHORIZED | Cookie: session=expired
            invalid     |  30 | WHOLE        | GET /me     | UNAUTHORIZED | Authorization: Bearer disabled
            invalid     |  20 | WHOLE        | GET /public | NO_USER      | Cookie: session=expired
            forged      |  10 | WHOLE        | GET /me     | UNAUTHORIZED | *
            forged      |  14 | WHOLE        | GET /me     | OWN_USER     | * + Authorization: Bearer $user
            forged      |  10 | WHOLE        | GET /public | NO_USER      | nine
            forged      |  10 | WHOLE        | GET /me     | UNAUTHORIZED | nine + Authorization: Bearer stranger
            forged      |  10 | WHOLE        | GET /me     | UNAUTHORIZED | nine + Cookie: session=expired
            forged      |  10 | WHOLE        | GET /me     | OWN_USER     | X-Forwarded-Host: other.project + Authorization: Bearer $user
            forged      |   5 | WHOLE        | GET /me     | REJECTED     | Authorization: Bearer $user + Authorization: Bearer user-1
            forged      |  10 | WHOLE        | GET /me     | UNAUTHORIZED | x-envoy-auth-failure-mode-allowed: true + Authorization: Bearer $user
            past        |  10 | WHOLE        | GET /me     | UNAUTHORIZED | *
            past        |  10 | WHOLE        | GET /me     | UNAUTHORIZED | * + Authorization: Bearer $user
            past        |  10 | WHOLE        | GET /me     | UNAUTHORIZED | Authorization: Bearer $user
            past        |  10 | WHOLE        | GET /public | UNAUTHORIZED | nine + Authorization: Bearer $user
            past        |  10 | WHOLE        | GET /me     | UNAUTHORIZED | nine + x-proxy-secret: 00000000000000000000000000000000 + Cookie: session=$user
            past        |  10 | WHOLE        | GET /me     | UNAUTHORIZED | nine + x-envoy-auth-failure-mode-allowed: true + Authorization: Bearer $user
            broken      |   5 | SLOW         | POST /me    | OWN_USER     | Authorization: Bearer $user
            broken      |   5 | SLOW         | POST /me    | UNAUTHORIZED | nine
            broken      |   5 | CUT          | GET /me     | LOST         | Authorization: Bearer $user
            broken      |   6 | CUT          | POST /me    | LOST         | Authorization: Bearer $user
            broken      |   5 | A_BYTE_SHORT | POST /me    | REJECTED LOST | Authorization: Bearer $user
            broken      |   5 | GARBAGE      | GET /me     | UNAUTHORIZED REJECTED SERVER_ERROR LOST | nine
            broken past |   5 | SLOW         | POST /me    | UNAUTHORIZED | nine + Authorization: Bearer $user
            broken past |   5 | CUT          | GET /me     | LOST         | nine + Authorization: Bearer $user
            broken past |   6 | CUT          | POST /me    | LOST         | nine
            broken past |   5 | A_BYTE_SHORT | POST /me    | UNAUTHORIZED REJECTED LOST | nine
            broken past |   5 | GARBAGE      | GET /me     | UNAUTHORIZED REJECTED SERVER_ERROR LOST | nine
            """;

    /** The nine identity headers of another user, in each way that a client may try. */
    private static final Map<String, String[]> FORGERIES = new TreeMap<>(Map.of(
            "nine", Forgery.nine(),
            "nine twice", Forgery.twice(),
            "nine in mixed case", Forgery.mixedCase(),
            "nine with underscores", Forgery.underscores(),
            "nine with dots", Forgery.separatedBy('.'),
            "nine and a guess", RowList.with(Forgery.nine(), "x-proxy-secret: " + "0".repeat(64)),
            "nine, nominated", RowList.with(Forgery.nine(), "Connection: keep-alive, x-authgear-user-id")));

    /** Each kind as often as its weight says. */
    static final List<Kind> WEIGHTED = TABLE.lines()
            .flatMap(row -> FORGERIES.keySet().stream().map(forgery -> row.replace("*", forgery)))
            .distinct()
            .flatMap(row -> read(row.split(" *\\| *", -1)).stream())
            .toList();

    /** Of CUT, some bytes are sent, then FIN or RST; the answers to A_BYTE_SHORT and to GARBAGE are awaited. */
    enum Manner {
        WHOLE,
        SLOW,
        CUT,
        A_BYTE_SHORT,
        GARBAGE
    }

    private static List<Kind> read(String... cells) {
        Set<Outcome> expected =
                Arrays.stream(cells[4].split(" ", -1)).map(Outcome::valueOf).collect(Collectors.toUnmodifiableSet());
        Kind kind = new Kind(cells[0], Manner.valueOf(cells[2]), cells[3], expected, cells[5]);
        return Collections.nCopies(Integer.parseInt(cells[1]), kind);
    }

    boolean past() {
        return group.endsWith("past");
    }

    /** The request itself; its mark is the body of a POST, or a header. */
    RawRequest request(Shot shot) {
        String[] methodAndPath = line.split(" ", 2);
        RawRequest request = RawRequest.of(methodAndPath[0], methodAndPath[1]);
        for (String header : headers.replace("$user", shot.user().userId()).split(" \\+ ", -1)) {
            request = request.with(FORGERIES.getOrDefault(header, new String[] {header}));
        }
        if (manner != Manner.GARBAGE && !request.has("Connection")) {
            request = request.with("Connection: keep-alive");
        }
        return request.method().equals("POST") ? request.withBody(shot.mark()) : request.with("X-Mark: " + shot.mark());
    }
}
