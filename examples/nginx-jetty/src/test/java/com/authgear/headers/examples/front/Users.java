package com.authgear.headers.examples.front;

import com.authgear.headers.harness.Expectation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The users of the stub, as /me must show them. */
public final class Users {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> ALICE_AMR =
            List.of("mfa", "otp", "pwd", "x_primary_password", "x_secondary_totp");

    private Users() {}

    public static Expectation alice(String... roles) {
        return ok(
                "alice, roles " + List.of(roles),
                user -> is(user, "alice", false, true)
                        && texts(user, "roles").equals(List.of(roles))
                        && texts(user, "amr").equals(ALICE_AMR)
                        && isRecent(user));
    }

    public static Expectation bob() {
        return ok(
                "bob, no roles, no amr",
                user -> is(user, "bob", false, false)
                        && texts(user, "roles").isEmpty()
                        && texts(user, "amr").isEmpty()
                        && isRecent(user));
    }

    public static Expectation carol() {
        return ok("carol, anonymous", user -> is(user, "carol", true, false));
    }

    public static Expectation nobody() {
        return Expectation.status(200).and(Expectation.body("null", "null"::equals));
    }

    private static Expectation ok(String text, java.util.function.Predicate<JsonNode> user) {
        return Expectation.status(200).and(Expectation.body(text, body -> user.test(JSON.readTree(body))));
    }

    private static boolean is(JsonNode user, String id, boolean anonymous, boolean verified) {
        return user.path("userId").asString("").equals(id)
                && user.path("anonymous").asBoolean() == anonymous
                && user.path("verified").asBoolean() == verified
                && user.path("acr").isNull();
    }

    private static boolean isRecent(JsonNode user) {
        String time = user.path("authenticatedAt").asString("");
        return !time.isEmpty() && Instant.parse(time).isAfter(Instant.now().minus(Duration.ofDays(1)));
    }

    private static List<String> texts(JsonNode user, String field) {
        return user.path(field).valueStream().map(JsonNode::asString).toList();
    }
}
