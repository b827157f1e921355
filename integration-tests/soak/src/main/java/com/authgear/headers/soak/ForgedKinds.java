package com.authgear.headers.soak;

import static com.authgear.headers.harness.RowList.as;
import static com.authgear.headers.harness.RowList.bearer;
import static com.authgear.headers.harness.RowList.with;
import static com.authgear.headers.soak.EchoServlet.ME;
import static com.authgear.headers.soak.EchoServlet.PUBLIC;
import static com.authgear.headers.soak.Outcome.NOBODY;
import static com.authgear.headers.soak.Outcome.OWN_USER;
import static com.authgear.headers.soak.Outcome.REJECTED;
import static com.authgear.headers.soak.Outcome.UNAUTHORIZED;

import com.authgear.headers.harness.Forgery;
import com.authgear.headers.harness.RawRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is sent by those who want to be somebody else. */
final class ForgedKinds {
    private static final String[] NINE = Forgery.nine();
    private static final String WRONG_SECRET = "x-proxy-secret: " + "0".repeat(64);
    private static final String NOMINATION = "Connection: keep-alive, x-authgear-user-anonymous, x-authgear-user-id";
    private static final String FAIL_OPEN = "x-envoy-auth-failure-mode-allowed: true";

    private ForgedKinds() {}

    static List<Kind> list() {
        List<Kind> kinds = new ArrayList<>();
        forgeries().forEach((name, lines) -> {
            kinds.add(forged(name + ", no credential", UNAUTHORIZED, RawRequest.get(ME, lines)));
            kinds.add(Kind.through(
                    Group.FORGED, name + ", own bearer", 14, OWN_USER, user -> RawRequest.get(ME, as(user, lines))));
            kinds.add(Kind.past(name + ", no credential", 10, user -> RawRequest.get(ME, lines)));
            kinds.add(Kind.past(name + ", own bearer", 10, user -> RawRequest.get(ME, as(user, lines))));
        });
        kinds.addAll(others());
        return kinds;
    }

    private static Map<String, String[]> forgeries() {
        return new TreeMap<>(Map.of(
                "nine", NINE,
                "nine twice", Forgery.twice(),
                "nine in mixed case", Forgery.mixedCase(),
                "nine with underscores", Forgery.underscores(),
                "nine with dots", Forgery.dots(),
                "nine and a nomination", with(NINE, NOMINATION),
                "nine and a wrong secret", with(NINE, WRONG_SECRET)));
    }

    private static List<Kind> others() {
        return List.of(
                forged("nine, public path", NOBODY, RawRequest.get(PUBLIC, NINE)),
                forged("nine, unknown bearer", UNAUTHORIZED, RawRequest.get(ME, as("stranger", NINE))),
                forged("nine, expired cookie", UNAUTHORIZED, RawRequest.get(ME, with(NINE, "Cookie: session=expired"))),
                Kind.through(
                        Group.FORGED,
                        "another project's host",
                        10,
                        OWN_USER,
                        user -> RawRequest.get(ME, as(user, "X-Forwarded-Host: other.project"))),
                Kind.through(
                        Group.FORGED,
                        "two bearers",
                        3,
                        REJECTED,
                        user -> RawRequest.get(ME, bearer(user), bearer("user-1"))),
                Kind.through(
                        Group.FORGED,
                        "a mark of failing open, own bearer",
                        10,
                        UNAUTHORIZED,
                        user -> RawRequest.get(ME, as(user, FAIL_OPEN))),
                Kind.past(
                        "nine and a mark of failing open",
                        10,
                        user -> RawRequest.get(ME, as(user, with(NINE, FAIL_OPEN)))),
                Kind.past("nothing forged, own bearer", 10, user -> RawRequest.get(ME, bearer(user))),
                Kind.past("nine, public path", 10, user -> RawRequest.get(PUBLIC, as(user, NINE))),
                Kind.past(
                        "nine, own cookie, wrong secret",
                        10,
                        user -> RawRequest.get(ME, with(with(NINE, WRONG_SECRET), "Cookie: session=" + user))));
    }

    private static Kind forged(String name, Outcome expected, RawRequest request) {
        return Kind.through(Group.FORGED, name, 10, expected, user -> request);
    }
}
