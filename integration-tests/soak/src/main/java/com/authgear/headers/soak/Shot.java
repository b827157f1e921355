package com.authgear.headers.soak;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;

/**
 * One request to send.
 *
 * @param kind what it is
 * @param target where it goes
 * @param request what is sent
 * @param user whose credential it carries, if it carries one
 * @param mark what the answer must repeat, so that it is this request's and no other's
 * @param dice where it is broken, if it is
 */
record Shot(Kind kind, Target target, RawRequest request, AuthgearPrincipal user, String mark, long dice) {
    /** The body of a script that is to be the mark. */
    static final String MARK_AS_BODY = "mark";

    private static final int OK = 200;

    static Shot of(Kind kind, Target target, AuthgearPrincipal user, String mark, long dice) {
        RawRequest request = kept(marked(kind.script().apply(user.userId()), mark), kind.manner());
        return new Shot(kind, target, request, user, mark, dice);
    }

    private static RawRequest marked(RawRequest request, String mark) {
        return request.body().isEmpty() ? request.with(EchoServlet.MARK + ": " + mark) : request.withBody(mark);
    }

    private static RawRequest kept(RawRequest request, Manner manner) {
        boolean decided = request.lines().stream().anyMatch(line -> line.startsWith("Connection:"));
        return decided || manner == Manner.GARBAGE ? request : request.with("Connection: keep-alive");
    }

    Outcome outcome(RawResponse response) {
        return response.status() == OK ? success(Echo.parse(response.bytes())) : Outcome.ofFailure(response.status());
    }

    private Outcome success(Echo echo) {
        if (echo.rest().equals(Echo.of(mark, user))) {
            return Outcome.OWN_USER;
        }
        return echo.rest().equals(Echo.nobody(mark)) ? Outcome.NOBODY : Outcome.FOREIGN;
    }
}
