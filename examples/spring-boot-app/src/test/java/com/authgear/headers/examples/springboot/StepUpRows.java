package com.authgear.headers.examples.springboot;

import static com.authgear.headers.harness.RowList.as;
import static com.authgear.headers.harness.RowList.bearer;

import com.authgear.headers.harness.Expectation;
import com.authgear.headers.harness.Forgery;
import com.authgear.headers.harness.RawClient;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RowList;
import com.authgear.headers.resolverstub.ResolverStub;
import java.util.List;

/** A transfer needs a login of the last five minutes, the vault a second factor. */
record StepUpRows(RowList rows, ResolverStub authgear) {
    private static final String TRANSFER = "/api/transfer";
    private static final String VAULT = "/api/vault";

    void add() {
        recentLogin();
        factor();
    }

    private void recentLogin() {
        transfer("no credential", Expectation.unauthorized(false));
        transfer("Bearer alice", ok("{\"transferred\":\"alice\"}"), bearer("alice"));
        transfer("Bearer erin, login is old", challenge(300, ""), bearer("erin"));
        transfer("Bearer erin, nine forged", challenge(300, ""), as("erin", Forgery.nine()));
        transfer("Bearer frank, cannot log in again", forbidden("reauthentication_unavailable"), bearer("frank"));
        transfer("Bearer carol, anonymous with a new session", forbidden("anonymous_user"), bearer("carol"));
        transfer("Bearer bob, login is fresh", ok("{\"transferred\":\"bob\"}"), bearer("bob"));
        logIn("erin");
        transfer("Bearer erin, login is fresh", ok("{\"transferred\":\"erin\"}"), bearer("erin"));
    }

    /** However often grace logs in, no login brings a factor: after one the circle ends. */
    private void factor() {
        vault("Bearer alice", ok("{\"opened\":\"alice\"}"), "alice");
        vault("Bearer grace, login is old", challenge(0, ",\"required_amr\":[\"mfa\"]"), "grace");
        logIn("grace");
        vault("Bearer grace, login is fresh", forbidden("factor_unavailable"), "grace");
        rows.add("GET " + VAULT + ", Bearer alice, with a new password login", forbidden("factor_unavailable"), () -> {
            authgear.reauthenticate("alice");
            return rows.front().send(RawRequest.get(VAULT, bearer("alice")));
        });
        logIn("alice");
        vault("Bearer frank", forbidden("reauthentication_unavailable"), "frank");
        vault("no credential", Expectation.unauthorized(false));
    }

    private void transfer(String what, Expectation expected, String... lines) {
        RawRequest request = RawRequest.of("POST", TRANSFER, lines).withBody("amount=5");
        rows.through("POST " + TRANSFER + ", " + what, expected, request);
    }

    private void vault(String what, Expectation expected, String... users) {
        String[] lines = List.of(users).stream().map(RowList::bearer).toArray(String[]::new);
        rows.through("GET " + VAULT + ", " + what, expected, RawRequest.get(VAULT, lines));
    }

    private void logIn(String user) {
        RawRequest form = RawRequest.of("POST", "/login", "Content-Type: application/x-www-form-urlencoded")
                .withBody("user=" + user);
        rows.add(
                "at Authgear: POST /login, as " + user,
                Expectation.status(303),
                () -> RawClient.of(authgear.port()).send(form));
    }

    private static Expectation ok(String json) {
        return Expectation.status(200).and(Expectation.body(json, json::equals));
    }

    private static Expectation challenge(int maxAge, String members) {
        String value = "Bearer error=\"insufficient_user_authentication\", max_age=" + maxAge;
        return Expectation.status(401)
                .and(new Expectation(
                        "max_age=" + maxAge,
                        answer -> answer.headers("WWW-Authenticate").equals(List.of(value))))
                .and(problem("step_up_required", ",\"max_age\":" + maxAge + ",\"prompt\":\"login\"" + members));
    }

    private static Expectation forbidden(String code) {
        return Expectation.status(403)
                .and(new Expectation(
                        "no challenge",
                        answer -> answer.headers("WWW-Authenticate").isEmpty()))
                .and(problem(code, ""));
    }

    private static Expectation problem(String code, String members) {
        return new Expectation(
                code,
                answer -> answer.headers("Cache-Control").equals(List.of("no-store"))
                        && answer.header("Content-Type").orElse("").startsWith("application/problem+json")
                        && answer.body().contains(",\"code\":\"" + code + "\"" + members));
    }
}
