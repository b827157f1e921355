package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Attack.attack;
import static com.authgear.headers.attacksuite.Attack.user;

import com.authgear.headers.harness.RawRequest;
import java.util.List;
import java.util.stream.Stream;

/** A proxy or an injected line adds a header instead of replacing it, or forwards a placeholder. */
final class RepeatedHeaders {
    private static final String OTHER_ID = "x-authgear-user-id: 00000000-0000-4000-8000-000000000001";
    private static final String ROLES = "x-authgear-user-roles: ";

    private static final List<String> PLACEHOLDERS = List.of(
            "{http.reverse_proxy.header.X-Authgear-Session-Valid}",
            "$upstream_http_x_authgear_session_valid",
            "%[var(req.auth_response_header.x_authgear_session_valid)]",
            "(null)",
            "-");

    static final List<Attack> ROWS = Stream.concat(
                    repeated(), PLACEHOLDERS.stream().map(RepeatedHeaders::placeholder))
            .toList();

    private RepeatedHeaders() {}

    private static Stream<Attack> repeated() {
        return Stream.of(
                attack("A08", "two user ids, the honest one last")
                        .sends(Honest.request().after(OTHER_ID))
                        .refused("duplicate_header"),
                attack("A08", "two user ids, the honest one first")
                        .sends(Honest.request().with(OTHER_ID))
                        .refused("duplicate_header"),
                attack("A08", "two equal user ids")
                        .sends(Honest.request().with("x-authgear-user-id: " + Honest.USER_ID))
                        .refused("duplicate_header"),
                attack("A08", "second user id that is empty")
                        .sends(Honest.request().with("x-authgear-user-id:"))
                        .refused("duplicate_header"),
                attack("A08", "session-valid merged with a comma")
                        .sends(Honest.request().replacing("x-authgear-session-valid: true, false"))
                        .refused("bad_boolean"),
                attack("A08", "user id merged with a comma")
                        .sends(Honest.request().replacing("x-authgear-user-id: a,b"))
                        .refused("bad_user_id"),
                attack("A08", "two role lines, roles not trusted")
                        .sends(Honest.request().with(ROLES + "admin", ROLES + "viewer"))
                        .twin(Honest.request().with(ROLES + "viewer"))
                        .refused("duplicate_header"),
                attack("A08", "two role lines, roles trusted")
                        .on(Deployment.SECRET_AND_ROLES)
                        .sends(Honest.request().with(ROLES + "admin", ROLES + "viewer"))
                        .twin(Honest.request().with(ROLES + "admin,viewer"), user(merged()))
                        .refused("duplicate_header"),
                attack("A12", "second user id from an injected line end")
                        .sends(Honest.request().with("x-path: /api/x\r\n" + OTHER_ID))
                        .twin(Honest.request().with("x-path: /api/x%0d%0ax-authgear-user-roles:%20admin"))
                        .refused("duplicate_header"),
                attack("A12", "second user id from an injected bare line feed")
                        .sends(Honest.request().with("x-path: /api/x\n" + OTHER_ID))
                        .refusedOrRejected("duplicate_header"),
                attack("A12", "roles from an injected line end, nobody logged in")
                        .sends(Honest.nobody().with("x-path: /api/x\r\nx-authgear-user-roles: admin"))
                        .twin(Honest.nobody(), new Nobody())
                        .refused("orphan_headers"));
    }

    private static Attack placeholder(String value) {
        RawRequest literal = Honest.request().replacing("x-authgear-session-valid: " + value);
        return attack("A09", "session-valid " + value).sends(literal).refused("bad_boolean");
    }

    private static com.authgear.headers.AuthgearPrincipal merged() {
        return Honest.user().roles(List.of("admin", "viewer")).build();
    }
}
