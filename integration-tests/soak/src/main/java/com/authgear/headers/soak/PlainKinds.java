package com.authgear.headers.soak;

import static com.authgear.headers.harness.RowList.bearer;
import static com.authgear.headers.soak.EchoServlet.LATER;
import static com.authgear.headers.soak.EchoServlet.ME;
import static com.authgear.headers.soak.EchoServlet.PUBLIC;
import static com.authgear.headers.soak.Outcome.NOBODY;
import static com.authgear.headers.soak.Outcome.OWN_USER;
import static com.authgear.headers.soak.Outcome.UNAUTHORIZED;
import static com.authgear.headers.soak.Shot.MARK_AS_BODY;

import com.authgear.headers.harness.RawRequest;
import java.util.List;
import java.util.function.Function;

/** What clients send who mean no harm. */
final class PlainKinds {
    private PlainKinds() {}

    static List<Kind> list() {
        return List.of(
                honest("bearer", 200, user -> RawRequest.get(ME, bearer(user))),
                honest("session cookie", 140, user -> RawRequest.get(ME, "Cookie: theme=dark; session=" + user)),
                honest("app_session cookie", 30, user -> RawRequest.get(ME, "Cookie: app_session=" + user)),
                honest("app_access_token cookie", 30, user -> RawRequest.get(ME, "Cookie: app_access_token=" + user)),
                honest("answered on another thread", 50, user -> RawRequest.get(LATER, bearer(user))),
                honest("on a public path", 40, user -> RawRequest.get(PUBLIC, bearer(user))),
                honest(
                        "POST",
                        60,
                        user -> RawRequest.of("POST", ME, bearer(user)).withBody(MARK_AS_BODY)),
                none("no credential", 40, UNAUTHORIZED, RawRequest.get(ME)),
                none("no credential, public path", 30, NOBODY, RawRequest.get(PUBLIC)),
                none(
                        "no credential, POST",
                        10,
                        UNAUTHORIZED,
                        RawRequest.of("POST", ME).withBody(MARK_AS_BODY)),
                invalid("unknown bearer", 30, UNAUTHORIZED, RawRequest.get(ME, bearer("stranger"))),
                invalid("expired cookie", 30, UNAUTHORIZED, RawRequest.get(ME, "Cookie: session=expired")),
                invalid("disabled user", 30, UNAUTHORIZED, RawRequest.get(ME, bearer(People.DISABLED))),
                invalid("expired cookie, public path", 20, NOBODY, RawRequest.get(PUBLIC, "Cookie: session=expired")));
    }

    private static Kind honest(String name, int weight, Function<String, RawRequest> script) {
        return Kind.through(Group.HONEST, name, weight, OWN_USER, script);
    }

    private static Kind none(String name, int weight, Outcome expected, RawRequest request) {
        return Kind.through(Group.NONE, name, weight, expected, user -> request);
    }

    private static Kind invalid(String name, int weight, Outcome expected, RawRequest request) {
        return Kind.through(Group.INVALID, name, weight, expected, user -> request);
    }
}
