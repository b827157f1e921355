package com.authgear.headers.examples.springboot;

import com.authgear.headers.harness.Expectation;
import com.authgear.headers.harness.RawRequest;
import com.authgear.headers.harness.RowList;
import java.util.Arrays;

/** What an operator sees of the rows before these: counts by outcome and reason, and no user. */
record ActuatorRows(RowList rows) {
    private static final String METRIC = "/actuator/metrics/authgear.headers.requests";

    void add() {
        row(METRIC, "no credential", Expectation.unauthorized(false));
        row(
                METRIC,
                "Bearer bob",
                shows("the outcomes", "\"valid\"", "\"none\"", "\"invalid\"", "\"untrusted\""),
                "bob");
        String forged = METRIC + "?tag=outcome:untrusted&tag=reason:secret_missing";
        row(forged, "Bearer bob", shows("the forged requests", "\"value\":4.0"), "bob");
    }

    private void row(String path, String what, Expectation expected, String... users) {
        String[] lines = Arrays.stream(users).map(RowList::bearer).toArray(String[]::new);
        rows.through("GET " + path + ", " + what, expected, RawRequest.get(path, lines));
    }

    private static Expectation shows(String what, String... parts) {
        return Expectation.status(200)
                .and(Expectation.body(what, body -> Arrays.stream(parts).allMatch(body::contains)))
                .and(Expectation.body("no user", body -> !body.contains("alice") && !body.contains("bob")));
    }
}
