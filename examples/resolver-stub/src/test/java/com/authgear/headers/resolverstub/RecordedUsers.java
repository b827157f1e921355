package com.authgear.headers.resolverstub;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.resolverstub.StubUser.Standing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The users of the recording as the stub has them, and what stands for their placeholders. */
final class RecordedUsers {
    private static final String ORIGIN = "https://auth.example.test";
    private static final Instant LOGIN = Instant.ofEpochSecond(1_700_000_000);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+):(\\w+)}");

    private RecordedUsers() {}

    /** Who is not among them is somebody whose sessions have ended: gone, revoked, loggedout, refreshrevoked. */
    static UserTable table() {
        List<String> erinsRoles = IntStream.range(0, 40)
                .mapToObj(i -> "r%02d_".formatted(i) + "a".repeat(33))
                .toList();
        Map<String, StubUser> users = new HashMap<>();
        users.put(
                "alice",
                StubUser.enabled(user("alice")
                        .roles(List.of("manager", "store:clerk", "auditor"))
                        .build()));
        users.put("bob", StubUser.enabled(user("bob").verified(false).build()));
        users.put(
                "carol",
                StubUser.enabled(user("carol")
                        .anonymous(true)
                        .verified(false)
                        .canReauthenticate(false)
                        .build()));
        users.put("erin", StubUser.enabled(user("erin").roles(erinsRoles).build()));
        users.put(
                "frank",
                StubUser.enabled(user("frank").roles(List.of("A", "_x:y")).build()));
        users.put("tempsoon", StubUser.enabled(user("tempsoon").build()));
        for (String name : List.of("dave", "scheduled", "anonymised")) {
            users.put(name, new StubUser(user(name).build(), Standing.DISABLED));
        }
        for (String name : List.of("tempdis", "validuntil", "validfrom")) {
            users.put(name, new StubUser(user(name).build(), Standing.EXPIRED));
        }
        return UserTable.of(users);
    }

    /** The methods are in the table, and must not be told. */
    private static AuthgearPrincipal.Builder user(String name) {
        return AuthgearPrincipal.builder(id(name))
                .verified(true)
                .canReauthenticate(true)
                .amr(List.of("pwd", "x_primary_password"))
                .authenticatedAt(LOGIN);
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    static String fill(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match)));
    }

    private static String value(MatchResult placeholder) {
        String user = placeholder.group(1);
        String what = placeholder.group(2);
        return switch (what) {
            case "id" -> id(user);
            case "authenticated_at" -> Long.toString(LOGIN.getEpochSecond());
            case "opaque", "opaque_openid" -> user + ".token";
            case "app_session" -> user + ".app_session";
            case "cookie" -> user + ".session";
            case "jwt", "jwt_no_scope" -> ResolverStub.jwt(user, ORIGIN);
            case "jwt_other_aud" -> ResolverStub.jwt(user, "https://other.example.test");
            case "id_token" -> ResolverStub.jwt(user, "the-client-id");
            case "jwt_expired" -> Jwt.of(user, ORIGIN, LOGIN);
            // What the real one does not take for a session: a refresh token, an expired token, ...
            default -> user + "." + what;
        };
    }
}
