package com.authgear.headers.soak;

import com.authgear.headers.harness.RawRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A kind of request.
 *
 * @param group where it is counted
 * @param name for people
 * @param weight how many of it are sent, compared with the others
 * @param manner how it is sent
 * @param past whether it goes straight to a backend instead of through the proxy
 * @param expected what may become of it while nothing is wrong
 * @param script the request of a user, whose credential is their name
 */
record Kind(
        Group group,
        String name,
        int weight,
        Manner manner,
        boolean past,
        Set<Outcome> expected,
        Function<String, RawRequest> script) {
    private static final List<Kind> ALL = Stream.of(PlainKinds.list(), ForgedKinds.list(), BrokenKinds.list())
            .flatMap(List::stream)
            .toList();

    static List<Kind> all() {
        return ALL;
    }

    /** Through the proxy, in one piece. */
    static Kind through(Group group, String name, int weight, Outcome expected, Function<String, RawRequest> script) {
        return new Kind(group, name, weight, Manner.WHOLE, false, Set.of(expected), script);
    }

    /** Straight to a backend, which must answer 401. */
    static Kind past(String name, int weight, Function<String, RawRequest> script) {
        return new Kind(Group.PAST, name, weight, Manner.WHOLE, true, Set.of(Outcome.UNAUTHORIZED), script);
    }

    /** What becomes of it when the resolver knows no session. */
    Outcome withoutSession() {
        boolean isPublic = script.apply("anybody").target().equals(EchoServlet.PUBLIC);
        return isPublic ? Outcome.NOBODY : Outcome.UNAUTHORIZED;
    }

    @Override
    public String toString() {
        return group + ": " + name;
    }
}
