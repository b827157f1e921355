package com.authgear.headers.examples.nginxjetty;

import com.authgear.headers.rawhttp.RawClient;
import com.authgear.headers.rawhttp.RawRequest;
import com.authgear.headers.rawhttp.RawResponse;
import com.authgear.headers.resolverstub.Fault;
import java.util.ArrayList;
import java.util.List;

/** What is sent through the front and straight to the backend, and what must come back. */
final class Rows {
    private static final String NOBODY = "Cookie: other=1";
    private static final String BODY = "0123456789".repeat(30_000);

    private final Deployment deployment;
    private final RawClient front;
    private final RawClient backend;
    private final List<Row> rows = new ArrayList<>();

    private Rows(Deployment deployment) {
        this.deployment = deployment;
        front = RawClient.of(deployment.front().port());
        backend = RawClient.of(deployment.backend().port());
    }

    /** In this order: the last ones stop the resolver. */
    static List<Row> of(Deployment deployment) {
        Rows rows = new Rows(deployment);
        rows.users();
        rows.sessionsThatAreNone();
        rows.optionalPaths();
        rows.forgeries();
        rows.roundTheProxy();
        rows.methods();
        rows.resolverTrouble();
        return rows.rows;
    }

    private void users() {
        me("Bearer alice", Users.alice("manager", "store:clerk"), bearer("alice"));
        me("Cookie: session=alice", Users.alice("manager", "store:clerk"), "Cookie: session=alice");
        through("GET /webxml/me, Bearer alice", Users.alice(), RawRequest.get("/webxml/me", bearer("alice")));
        me("Bearer bob", Users.bob(), bearer("bob"));
        me("Bearer carol", Users.carol(), bearer("carol"));
    }

    private void sessionsThatAreNone() {
        Expectation cleared = Expectation.unauthorized(true).and(Expectation.clearedCookie());
        me("no credential", Expectation.unauthorized(false), NOBODY);
        me("Bearer nobody", Expectation.unauthorized(true), bearer("nobody"));
        me("Cookie: session=expired", cleared, "Cookie: session=expired");
        me("Cookie: session=dave", cleared, "Cookie: session=dave");
        through("GET /webxml/me, no credential", Expectation.unauthorized(false), RawRequest.get("/webxml/me"));
    }

    private void optionalPaths() {
        through("GET /public, no credential", Users.nobody(), RawRequest.get("/public"));
        through("GET /public, Bearer carol", Users.carol(), RawRequest.get("/public", bearer("carol")));
        for (String cookie : List.of("Cookie: session=expired", "Cookie: session=dave")) {
            through(
                    "GET /public, " + cookie,
                    Users.nobody().and(Expectation.clearedCookie()),
                    RawRequest.get("/public", cookie));
        }
        Expectation page = Expectation.status(200);
        through(
                "GET /, no credential",
                page.and(Expectation.body("a page for nobody", body -> body.contains("You are nobody"))),
                RawRequest.get("/"));
        through(
                "GET /, Cookie: session=alice",
                page.and(Expectation.body("a page for alice", body -> body.contains("You are alice"))),
                RawRequest.get("/", "Cookie: session=alice"));
    }

    private void forgeries() {
        me("nine headers forged", Expectation.unauthorized(false), Forgery.nine());
        me("nine forged, Bearer bob", Users.bob(), with("bob", Forgery.nine()));
        me("nine forged, Bearer nobody", Expectation.unauthorized(true), with("nobody", Forgery.nine()));
        me("nine forged twice, Bearer bob", Users.bob(), with("bob", Forgery.twice()));
        me("nine forged, mixed case, Bearer bob", Users.bob(), with("bob", Forgery.mixedCase()));
        me("nine forged with underscores", Expectation.unauthorized(false), Forgery.underscores());
        me("nine forged with underscores, Bearer bob", Users.bob(), with("bob", Forgery.underscores()));
        me(
                "Connection: x-authgear-user-anonymous, Bearer carol",
                Users.carol().or(Expectation.status(401)),
                with("carol", "Connection: close, x-authgear-user-anonymous"));
        me("X-Forwarded-Host: other.project, Bearer bob", Users.bob(), with("bob", "X-Forwarded-Host: other.project"));
        me(
                "forged with a secret of one's own",
                Expectation.unauthorized(false),
                with(Forgery.nine(), "x-proxy-secret: " + "0".repeat(64)));
        through("GET /health, nine forged", Expectation.status(200), RawRequest.get("/health", Forgery.nine()));
    }

    private void roundTheProxy() {
        for (String path : List.of("/me", "/webxml/me")) {
            same(path, "forged, no secret", RawRequest.get(path));
            same(path, "forged, no secret, Bearer alice", RawRequest.get(path, bearer("alice")));
        }
    }

    private void methods() {
        through(
                "POST /echo, 300 kB, Bearer alice",
                Expectation.status(200).and(Expectation.body("body intact", BODY::equals)),
                RawRequest.of("POST", "/echo", bearer("alice")).withBody(BODY));
        through(
                "POST /echo, 300 kB, no credential",
                Expectation.unauthorized(false),
                RawRequest.of("POST", "/echo").withBody(BODY));
        Expectation noBody = Expectation.body("no body", String::isEmpty);
        through(
                "HEAD /me, Bearer alice",
                Expectation.status(200).and(noBody),
                RawRequest.of("HEAD", "/me", bearer("alice")));
        through("HEAD /me, no credential", Expectation.unauthorized(false).and(noBody), RawRequest.of("HEAD", "/me"));
        through("OPTIONS /me, Bearer alice", Expectation.status(200), RawRequest.of("OPTIONS", "/me", bearer("alice")));
        through("OPTIONS /me, no credential", Expectation.unauthorized(false), RawRequest.of("OPTIONS", "/me"));
    }

    private void resolverTrouble() {
        add("resolver answers 500: GET /me, Bearer alice", Expectation.serverError(), () -> {
            deployment.resolver().fault(Fault.Simple.ERROR_JSON);
            return front.send(RawRequest.get("/me", bearer("alice")));
        });
        add("resolver stopped: GET /me, Bearer alice", Expectation.serverError(), () -> {
            deployment.resolver().close();
            return front.send(RawRequest.get("/me", bearer("alice")));
        });
        me("resolver stopped, nine forged", Expectation.serverError(), Forgery.nine());
        through("resolver stopped: GET /health", Expectation.status(200), RawRequest.get("/health"));
    }

    private void me(String what, Expectation expected, String... lines) {
        through("GET /me, " + what, expected, RawRequest.get("/me", lines));
    }

    private void through(String what, Expectation expected, RawRequest request) {
        add(what, expected, () -> front.send(request));
    }

    /** The same answer, byte for byte, as to a request that forges nothing. */
    private void same(String path, String what, RawRequest honest) {
        rows.add(new Row("straight to the backend: GET " + path + ", " + what, "401, as if not forged", () -> {
            RawResponse plain = backend.send(honest);
            RawResponse forged = backend.send(honest.with(Forgery.nine()));
            boolean equal = plain.status() == 401 && plain.comparable().equals(forged.comparable());
            return new Row.Outcome(equal, equal ? "401, the same" : "another answer: " + forged.status());
        }));
    }

    private void add(String what, Expectation expected, Sender sender) {
        rows.add(new Row(what, expected.text(), () -> expected.judge(sender.send())));
    }

    private static String bearer(String user) {
        return "Authorization: Bearer " + user;
    }

    private static String[] with(String user, String... lines) {
        return with(lines, bearer(user));
    }

    private static String[] with(String[] lines, String more) {
        List<String> all = new ArrayList<>(List.of(lines));
        all.add(more);
        return all.toArray(String[]::new);
    }

    @FunctionalInterface
    private interface Sender {
        RawResponse send() throws java.io.IOException;
    }
}
