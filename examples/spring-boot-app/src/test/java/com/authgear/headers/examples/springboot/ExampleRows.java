package com.authgear.headers.examples.springboot;

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
import java.util.List;

/** What is sent through the front and straight to the application, and what must come back. */
final class ExampleRows {
    private static final String ALICE_COOKIE = "Cookie: session=alice";

    private final Deployment deployment;
    private final RowList rows;

    private ExampleRows(Deployment deployment) {
        this.deployment = deployment;
        rows = deployment.rows();
    }

    /** In this order: the last ones stop the resolver. */
    static List<Row> of(Deployment deployment) {
        ExampleRows rows = new ExampleRows(deployment);
        rows.publicPages();
        rows.users();
        rows.roles();
        rows.forgeries();
        rows.roundTheProxy();
        new NoteRows(rows.rows).add();
        new ActuatorRows(rows.rows).add();
        new LoginRows(rows.rows, deployment, "/logout").add();
        new StepUpRows(rows.rows, deployment.resolver()).add();
        rows.errors();
        rows.health();
        rows.resolverStopped();
        rows.noSession();
        return rows.rows.rows();
    }

    private void publicPages() {
        page("no credential", "nobody");
        page(ALICE_COOKIE, "alice", ALICE_COOKIE);
        page("Cookie: session=expired", "nobody", "Cookie: session=expired");
        get("/public", "no credential", hello("nobody"));
        get("/public", "Bearer bob", hello("bob"), bearer("bob"));
    }

    private void users() {
        Expectation alice = Users.alice("manager", "store:clerk");
        get("/api/me", "no credential", Expectation.unauthorized(false));
        get("/api/me", "Bearer alice", alice, bearer("alice"));
        get("/api/me", ALICE_COOKIE, alice, ALICE_COOKIE);
        get("/api/me", "Bearer bob", Users.bob(), bearer("bob"));
        get("/api/me", "Bearer carol", Users.carol(), bearer("carol"));
        Expectation cleared = Expectation.unauthorized(true).and(Expectation.clearedCookie());
        get("/api/me", "Cookie: session=expired", cleared, "Cookie: session=expired");
        get("/api/me", "Cookie: session=dave", cleared, "Cookie: session=dave");
    }

    private void roles() {
        get("/api/manager", "Bearer alice", ok("alice", "{\"manager\":\"alice\"}"), bearer("alice"));
        get("/api/manager", "Bearer bob", Expectation.status(403), bearer("bob"));
        get("/api/manager", "no credential", Expectation.unauthorized(false));
        get("/api/manager", "nine forged, Bearer bob", Expectation.status(403), as("bob", Forgery.nine()));
    }

    private void forgeries() {
        get("/api/me", "nine headers forged", Expectation.unauthorized(false), Forgery.nine());
        get("/api/me", "nine forged, Bearer bob", Users.bob(), as("bob", Forgery.nine()));
        get("/api/me", "nine forged twice, Bearer bob", Users.bob(), as("bob", Forgery.twice()));
        get("/api/me", "nine forged with underscores", Expectation.unauthorized(false), Forgery.underscores());
        get("/public", "nine headers forged", hello("nobody"), Forgery.nine());
    }

    private void roundTheProxy() {
        for (String path : List.of("/api/me", "/api/manager")) {
            rows.same(path, "forged, no secret", RawRequest.get(path));
            rows.same(path, "forged, no secret, Bearer alice", RawRequest.get(path, bearer("alice")));
        }
    }

    private void errors() {
        for (String[] lines : List.of(new String[0], new String[] {bearer("alice")})) {
            String who = lines.length == 0 ? "no credential" : "Bearer alice";
            error("/public/missing", who, 404, "There is nothing here", lines);
            error("/public/forbidden", who, 403, "This is not for you", lines);
            error("/public/broken", who, 500, "Something went wrong", lines);
        }
        error("/api/manager", "Bearer bob", 403, "This is not for you", bearer("bob"));
        error("/missing", "Bearer bob", 404, "There is nothing here", bearer("bob"));
        get("/missing", "no credential", Expectation.unauthorized(false));
        get("/error", "no credential", Expectation.unauthorized(false));
    }

    private void health() {
        Expectation up = ok("UP", "{\"status\":\"UP\"}");
        get("/health", "no credential", up);
        get("/health", "nine headers forged", up, Forgery.nine());
        Expectation open = Expectation.status(200).and(Expectation.body("UP", body -> body.contains("\"UP\"")));
        get("/actuator/health", "no credential", open);
        get("/actuator", "no credential", Expectation.unauthorized(false));
    }

    private void resolverStopped() {
        rows.add("resolver stopped: GET /api/me, Bearer alice", Expectation.serverError(), () -> {
            deployment.resolver().close();
            return rows.front().send(RawRequest.get("/api/me", bearer("alice")));
        });
        get("/api/me", "resolver stopped, nine forged", Expectation.serverError(), Forgery.nine());
        get("/health", "resolver stopped", Expectation.status(200));
    }

    private void noSession() {
        rows.everyAnswer(
                "no JSESSIONID",
                answer -> answer.headers("Set-Cookie").stream().noneMatch(cookie -> cookie.contains("JSESSIONID")));
    }

    private void page(String what, String user, String... lines) {
        Expectation page = Expectation.body("a page for " + user, body -> body.contains("<h1>You are " + user));
        get("/", what, Expectation.status(200).and(page), lines);
    }

    /** As a browser would: a program gets the same status with JSON. */
    private void error(String path, String who, int status, String title, String... lines) {
        Expectation page = Expectation.body("the error page", body -> body.contains("<h1>" + title));
        get(path, who + ", a browser", Expectation.status(status).and(page), with(lines, "Accept: text/html"));
    }

    private void get(String path, String what, Expectation expected, String... lines) {
        rows.through("GET " + path + ", " + what, expected, RawRequest.get(path, lines));
    }

    private static Expectation hello(String user) {
        return ok("hello " + user, "{\"hello\":\"" + user + "\"}");
    }

    private static Expectation ok(String text, String json) {
        return Expectation.status(200).and(Expectation.body(text, json::equals));
    }
}
