package com.authgear.headers.examples.proxies;

import static com.authgear.headers.harness.RowList.as;
import static com.authgear.headers.harness.RowList.bearer;
import static com.authgear.headers.harness.RowList.with;

import com.authgear.headers.AuthgearHeader;
import com.authgear.headers.harness.Expectation;
import com.authgear.headers.harness.Forgery;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RawResponse;
import com.authgear.headers.harness.Row;
import com.authgear.headers.resolverstub.Fault;
import com.authgear.headers.resolverstub.RecordedRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every recipe is asked, and what must reach the backend. */
final class ContractRows {
    private static final Expectation OK = Expectation.status(200);
    private static final Expectation CLEARED = new Expectation(
            "cookie cleared once",
            response -> response.headers("Set-Cookie").size() == 1
                    && response.headers("Set-Cookie")
                            .get(0)
                            .matches("session=;.*Expires=Thu, 01 Jan 1970 00:00:00 GMT.*"));
    private static final Expectation NOT_PASSED =
            new Expectation("refused by the proxy", response -> response.status() >= 400 && !isEcho(response));

    private final Rig rig;
    private final List<Row> rows = new ArrayList<>();

    private ContractRows(Rig rig) {
        this.rig = rig;
    }

    /** In this order: the last ones stop the resolver. */
    static List<Row> of(Rig rig) {
        ContractRows rows = new ContractRows(rig);
        rows.users();
        rows.forgeries();
        rows.connection();
        rows.question();
        rows.withoutIdentity();
        rows.bodiesAndUpgrades();
        rows.resolverTrouble();
        return List.copyOf(rows.rows);
    }

    private void users() {
        get("Bearer alice", sees(Visitor.ALICE), bearer("alice"));
        get("Cookie: session=alice", sees(Visitor.ALICE), "Cookie: session=alice");
        get("Bearer bob", sees(Visitor.BOB), bearer("bob"));
        get("Bearer carol", sees(Visitor.CAROL), bearer("carol"));
        get("Bearer dave, disabled", sees(Visitor.NOBODY), bearer("dave"));
        get("Bearer heidi, expired", sees(Visitor.REFUSED), bearer("heidi"));
        get("no credential", sees(Visitor.NOBODY));
        get("Bearer of nobody", sees(Visitor.NOBODY), bearer("nobody"));
        get("expired cookie", sees(Visitor.REFUSED).and(CLEARED), "Cookie: session=expired");
        add(
                "expired cookie, backend answers 401",
                Expectation.status(401).and(CLEARED),
                RawRequest.get(EchoBackend.REFUSED, "Cookie: session=expired"));
    }

    private void forgeries() {
        get("nine forged", sees(Visitor.NOBODY), Forgery.nine());
        get("nine forged, Bearer alice", sees(Visitor.ALICE), as("alice", Forgery.nine()));
        get("nine forged, Bearer bob", sees(Visitor.BOB), as("bob", Forgery.nine()));
        get("nine forged, Bearer of nobody", sees(Visitor.NOBODY), as("nobody", Forgery.nine()));
        get("nine forged, expired cookie", sees(Visitor.REFUSED), with(Forgery.nine(), "Cookie: session=expired"));
        get("nine forged twice, Bearer bob", sees(Visitor.BOB), as("bob", Forgery.twice()));
        get("nine forged in mixed case, Bearer bob", sees(Visitor.BOB), as("bob", Forgery.mixedCase()));
        get("nine forged with underscores, Bearer bob", sees(Visitor.BOB), as("bob", Forgery.underscores()));
        get("a name with one underscore", sees(Visitor.NOBODY), "x-authgear-user_id: mallory");
        get("a name with dots", sees(Visitor.NOBODY), "x.authgear.user.id: mallory");
        get("a secret of one's own", sees(Visitor.BOB), as("bob", "x-proxy-secret: 0", "X-Proxy-Secret: 1"));
        get("a look-alike of the secret", sees(Visitor.BOB), as("bob", "x_proxy_secret: 0", "x-proxy.secret: 0"));
        for (AuthgearHeader header : AuthgearHeader.values()) {
            get("forged alone: " + header.wireName(), sees(Visitor.BOB), as("bob", header.wireName() + ": true"));
        }
        add(
                "a line break in the path",
                sees(Visitor.NOBODY).or(NOT_PASSED),
                RawRequest.get("/x%0d%0ax-authgear-user-id:%20mallory"));
        get(
                "two Authorization lines",
                sees(Visitor.NOBODY).or(NOT_PASSED),
                "Authorization: Bearer nobody",
                "Authorization: Bearer alice");
    }

    private void connection() {
        List<String> names = new ArrayList<>(List.of("x-proxy-secret"));
        List.of(AuthgearHeader.values()).forEach(header -> names.add(header.wireName()));
        for (String name : names) {
            get("Connection: " + name, sees(Visitor.ALICE).or(NOT_PASSED), as("alice", "Connection: close, " + name));
        }
        get(
                "Connection: authorization",
                sees(Visitor.ALICE).or(sees(Visitor.NOBODY)).or(NOT_PASSED),
                as("alice", "Connection: close, authorization"));
    }

    private void question() {
        for (String line : List.of(
                "X-Forwarded-Host: other.example",
                "X-Original-Host: other.example",
                "Forwarded: host=other.example",
                "X-Forwarded-Proto: http")) {
            get(line, sees(Visitor.BOB), as("bob", line));
        }
        rows.add(new Row("every question so far", "GET, no body, the project's host", this::questions));
    }

    private Row.Outcome questions() {
        List<RecordedRequest> odd = rig.resolver().requests().stream()
                .filter(request -> !request.method().equals("GET")
                        || !request.path().equals("/_resolver/resolve")
                        || request.bodyLength() != 0
                        || !request.host().equals(Rig.PROJECT)
                        || !isPinned(request.forwarded()))
                .toList();
        return new Row.Outcome(odd.isEmpty() && rig.questions() > 20, "otherwise: " + odd);
    }

    private static boolean isPinned(Map<String, List<String>> forwarded) {
        return List.of(Rig.PROJECT).equals(forwarded.get("x-forwarded-host"))
                && List.of("https").equals(forwarded.get("x-forwarded-proto"))
                && !forwarded.containsKey("x-original-host")
                && !forwarded.containsKey("forwarded");
    }

    private void withoutIdentity() {
        Expectation stripped = OK.and(Visitor.NOBODY.reached());
        add("GET /health", stripped, RawRequest.get("/health"));
        add("GET /health, nine forged", stripped, RawRequest.get("/health", as("alice", Forgery.nine())));
        add("GET /health, underscores", stripped, RawRequest.get("/health", Forgery.underscores()));
        add("GET /health, own secret", stripped, RawRequest.get("/health", "x-proxy-secret: " + Rig.SECRET));
        add("GET /_authgear", sees(Visitor.NOBODY).or(NOT_PASSED), RawRequest.get("/_authgear", Forgery.nine()));
    }

    private void bodiesAndUpgrades() {
        Expectation body = Expectation.body("body intact", text -> text.endsWith("body: 300000"));
        add(
                "POST 300 kB, Bearer alice",
                sees(Visitor.ALICE).and(body),
                RawRequest.of("POST", "/", bearer("alice")).withBody("0123456789".repeat(30_000)));
        add("HEAD, Bearer alice", OK, RawRequest.of("HEAD", "/", bearer("alice")));
        add("OPTIONS, nine forged", sees(Visitor.NOBODY), RawRequest.of("OPTIONS", "/", Forgery.nine()));
        get("upgrade to WebSocket", Expectation.status(101), upgrade("websocket"));
        get("upgrade to h2c", sees(Visitor.ALICE).or(NOT_PASSED), upgrade("h2c"));
    }

    private static String[] upgrade(String protocol) {
        return as(
                "alice",
                "Connection: Upgrade, HTTP2-Settings",
                "Upgrade: " + protocol,
                "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    }

    private void resolverTrouble() {
        Fault[] errors = {Fault.Simple.ERROR_JSON, Fault.Simple.ERROR_TEXT, Fault.Simple.NOT_FOUND, Fault.Simple.HANG};
        for (Fault fault : errors) {
            after(() -> rig.resolver().fault(fault), "resolver: " + fault, NOT_PASSED, as("alice", Forgery.nine()));
        }
        after(
                () -> rig.resolver().fault(Fault.Simple.NO_HEADERS),
                "resolver: NO_HEADERS",
                sees(Visitor.NOBODY),
                as("alice", Forgery.nine()));
        after(() -> rig.resolver().close(), "resolver stopped", NOT_PASSED, as("alice", Forgery.nine()));
        add("resolver stopped: GET /health", OK.and(Visitor.NOBODY.reached()), RawRequest.get("/health"));
    }

    private static Expectation sees(Visitor visitor) {
        return OK.and(visitor.reached(Rig.SECRET));
    }

    private static boolean isEcho(RawResponse response) {
        return response.body().contains("\nbody: ");
    }

    private void get(String what, Expectation expected, String... lines) {
        add(what, expected, RawRequest.get("/", lines));
    }

    private void add(String what, Expectation expected, RawRequest request) {
        rows.add(new Row(what, expected.text(), () -> judge(expected, request)));
    }

    private void after(Runnable first, String what, Expectation expected, String... lines) {
        rows.add(new Row(what, expected.text(), () -> {
            first.run();
            return judge(expected, RawRequest.get("/", lines));
        }));
    }

    /** With all that reached the backend, where that is not what it should be. */
    private Row.Outcome judge(Expectation expected, RawRequest request) throws IOException {
        RawResponse response = rig.client().send(request);
        Row.Outcome outcome = expected.judge(response);
        return outcome.holds()
                ? outcome
                : new Row.Outcome(false, response.status() + " " + response.lines() + " " + response.body());
    }
}
