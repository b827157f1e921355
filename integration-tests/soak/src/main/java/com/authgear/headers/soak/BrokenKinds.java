package com.authgear.headers.soak;

import static com.authgear.headers.harness.RowList.as;
import static com.authgear.headers.harness.RowList.bearer;
import static com.authgear.headers.soak.EchoServlet.ME;
import static com.authgear.headers.soak.Shot.MARK_AS_BODY;

import com.authgear.headers.harness.Forgery;
import com.authgear.headers.harness.RawRequest;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Requests that are cut off, slow, or none at all. Few: each needs a connection of its own. */
final class BrokenKinds {
    private static final int WEIGHT = 3;
    private static final String[] NINE = Forgery.nine();
    private static final Set<Outcome> LEFT = Set.of(Outcome.LEFT);
    private static final Set<Outcome> REFUSED = Set.of(Outcome.UNAUTHORIZED);
    /** The proxy does not ask the backend. */
    private static final Set<Outcome> NO_ANSWER = Set.of(Outcome.REJECTED, Outcome.LOST);
    /** Whoever finds out first that the end is missing, filter or container. */
    private static final Set<Outcome> NOT_WHOLE = Set.of(Outcome.UNAUTHORIZED, Outcome.REJECTED, Outcome.LOST);
    /** Anything but 200. */
    private static final Set<Outcome> NO_SUCCESS =
            Set.of(Outcome.UNAUTHORIZED, Outcome.REJECTED, Outcome.SERVER_ERROR, Outcome.LOST);

    private BrokenKinds() {}

    static List<Kind> list() {
        return List.of(
                through("slow body, honest", Manner.SLOWLY, Set.of(Outcome.OWN_USER), BrokenKinds::post),
                through("slow body, nine forged", Manner.SLOWLY, REFUSED, user -> forgedPost()),
                past("slow body, nine forged", Manner.SLOWLY, REFUSED, BrokenKinds::post),
                through("half a request, honest", Manner.HALF, LEFT, user -> RawRequest.get(ME, bearer(user))),
                past("half a request, nine forged", Manner.HALF, LEFT, user -> RawRequest.get(ME, as(user, NINE))),
                through("half a POST, reset, honest", Manner.HALF_RESET, LEFT, BrokenKinds::post),
                past("half a POST, reset, nine forged", Manner.HALF_RESET, LEFT, user -> forgedPost()),
                through("a byte short, honest", Manner.CUT_SHORT, NO_ANSWER, BrokenKinds::post),
                past("a byte short, nine forged", Manner.CUT_SHORT, NOT_WHOLE, user -> forgedPost()),
                through("reset instead of reading, honest", Manner.RESET, LEFT, BrokenKinds::post),
                past("reset instead of reading, nine forged", Manner.RESET, LEFT, user -> forgedPost()),
                through("garbage among nine forged", Manner.GARBAGE, NO_SUCCESS, user -> RawRequest.get(ME, NINE)),
                past("garbage among nine forged", Manner.GARBAGE, NO_SUCCESS, user -> RawRequest.get(ME, NINE)));
    }

    private static RawRequest post(String user) {
        return RawRequest.of("POST", ME, bearer(user)).withBody(MARK_AS_BODY);
    }

    private static RawRequest forgedPost() {
        return RawRequest.of("POST", ME, NINE).withBody(MARK_AS_BODY);
    }

    private static Kind through(
            String name, Manner manner, Set<Outcome> expected, Function<String, RawRequest> script) {
        return new Kind(Group.BROKEN, name, WEIGHT, manner, false, expected, script);
    }

    private static Kind past(String name, Manner manner, Set<Outcome> expected, Function<String, RawRequest> script) {
        return new Kind(Group.BROKEN, name + ", past the proxy", WEIGHT, manner, true, expected, script);
    }
}
