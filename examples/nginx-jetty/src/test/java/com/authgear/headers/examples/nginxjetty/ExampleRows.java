package com.authgear.headers.examples.nginxjetty;

import static com.authgear.headers.harness.RowList.as;
import static com.authgear.headers.harness.RowList.bearer;
import static com.authgear.headers.harness.RowList.with;

import com.authgear.headers.examples.front.Deployment;
import com.authgear.headers.examples.front.LoginRows;
import com.authgear.headers.examples.front.Users;
import com.authgear.headers.harness.Expectation;
import com.authgear.headers.harness.Forgery;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.Row;
import com.authgear.headers.harness.RowList;
import com.authgear.headers.harness.WebSocketHandshake;
import com.authgear.headers.resolverstub.Fault;
import java.util.List;

/** What is sent through the front and straight to the backend, and what must come back. */
final class ExampleRows {
    private static final String NOBODY = "Cookie: other=1";
    private static final String BODY = "0123456789".repeat(30_000);

    private final Deployment deployment;
    private final RowList rows;

    private ExampleRows(Deployment deployment) {
        this.deployment = deployment;
        rows = deployment.rows();
    }

    /** In this order: the last ones stop the resolver. */
    static List<Row> of(Deployment deployment) {
        ExampleRows rows = new ExampleRows(deployment);
        rows.users();
        rows.sessionsThatAreNone();
        rows.publicPaths();
        rows.forgeries();
        rows.roundTheProxy();
        rows.methods();
        rows.webSocket();
        new LoginRows(rows.rows, deployment, "/authgear/logout").add();
        rows.resolverTrouble();
        return rows.rows.rows();
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

    private void publicPaths() {
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
        me("nine forged, Bearer bob", Users.bob(), as("bob", Forgery.nine()));
        me("nine forged, Bearer nobody", Expectation.unauthorized(true), as("nobody", Forgery.nine()));
        me("nine forged twice, Bearer bob", Users.bob(), as("bob", Forgery.twice()));
        me("nine forged, mixed case, Bearer bob", Users.bob(), as("bob", Forgery.mixedCase()));
        me("nine forged with underscores", Expectation.unauthorized(false), Forgery.underscores());
        me("nine forged with underscores, Bearer bob", Users.bob(), as("bob", Forgery.underscores()));
        me(
                "Connection: x-authgear-user-anonymous, Bearer carol",
                Users.carol().or(Expectation.status(401)),
                as("carol", "Connection: close, x-authgear-user-anonymous"));
        me("X-Forwarded-Host: other.project, Bearer bob", Users.bob(), as("bob", "X-Forwarded-Host: other.project"));
        me(
                "forged with a secret of one's own",
                Expectation.unauthorized(false),
                with(Forgery.nine(), "x-proxy-secret: " + "0".repeat(64)));
        through("GET /health, nine forged", Expectation.status(200), RawRequest.get("/health", Forgery.nine()));
    }

    private void roundTheProxy() {
        for (String path : List.of("/me", "/webxml/me")) {
            rows.same(path, "forged, no secret", RawRequest.get(path));
            rows.same(path, "forged, no secret, Bearer alice", RawRequest.get(path, bearer("alice")));
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

    private void webSocket() {
        Expectation greeting = deployment.front().passesUpgrades()
                ? Expectation.status(101).and(Expectation.body("Hello alice", "Hello alice"::equals))
                : Expectation.status(404);
        for (String path : List.of(GreetingSocket.PATH, "/webxml" + GreetingSocket.PATH)) {
            upgrade(path, "no credential", Expectation.unauthorized(false), NOBODY);
            upgrade(path, "Bearer alice", greeting, bearer("alice"));
        }
        upgrade(GreetingSocket.PATH, "nine forged", Expectation.unauthorized(false), Forgery.nine());
    }

    private void upgrade(String path, String what, Expectation expected, String... lines) {
        rows.add(
                "WebSocket " + path + ", " + what,
                expected,
                () -> WebSocketHandshake.send(rows.front(), RawRequest.get(path, lines)));
    }

    private void resolverTrouble() {
        rows.add("resolver answers 500: GET /me, Bearer alice", Expectation.serverError(), () -> {
            deployment.resolver().fault(Fault.Simple.ERROR_JSON);
            return rows.front().send(RawRequest.get("/me", bearer("alice")));
        });
        rows.add("resolver stopped: GET /me, Bearer alice", Expectation.serverError(), () -> {
            deployment.resolver().close();
            return rows.front().send(RawRequest.get("/me", bearer("alice")));
        });
        me("resolver stopped, nine forged", Expectation.serverError(), Forgery.nine());
        through("resolver stopped: GET /health", Expectation.status(200), RawRequest.get("/health"));
    }

    private void me(String what, Expectation expected, String... lines) {
        through("GET /me, " + what, expected, RawRequest.get("/me", lines));
    }

    private void through(String what, Expectation expected, RawRequest request) {
        rows.through(what, expected, request);
    }
}
