package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Attack.attack;
import static com.authgear.headers.attacksuite.Attack.user;

import com.authgear.headers.harness.RawRequest;
import java.util.List;
import java.util.stream.Stream;

/** Values that the resolver never writes, made to fool a parser, a log, or a reader of the log. */
final class WrittenValues {
    private static final String BAD_USER_ID = "bad_user_id";
    private static final String ROLES = "x-authgear-user-roles: ";

    static final List<Attack> ROWS = Stream.concat(userIds(), others()).toList();

    private WrittenValues() {}

    private static Stream<Attack> userIds() {
        return Stream.of(
                attack("G08", "user id with an encoded line end")
                        .sends(userId("alice%0d%0aINFO ok"))
                        .refused(BAD_USER_ID),
                attack("G08", "user id with a byte of ISO 8859-1")
                        .sends(userId("alice\u0085x"))
                        .refusedOrRejected(BAD_USER_ID),
                attack("G08", "user id with a Cyrillic letter")
                        .sends(userId(RawRequest.utf8("\u0430lice")))
                        .refusedOrRejected(BAD_USER_ID),
                attack("G08", "user id with a blank").sends(userId("a b")).refused(BAD_USER_ID),
                attack("G08", "user id that is empty").sends(userId("")).refused("incomplete_identity"),
                attack("G08", "user id of 129 characters")
                        .sends(userId("a".repeat(129)))
                        .twin(userId("a".repeat(128)), longest())
                        .refused(BAD_USER_ID),
                attack("G08", "user id that a logger might look up")
                        .sends(userId("${jndi:ldap://x}"))
                        .refused(BAD_USER_ID),
                attack("G08", "user id with a NUL").sends(userId("alice\0x")).refusedOrRejected(BAD_USER_ID),
                attack("G08", "user id with an escape")
                        .sends(userId("alice\033[2J"))
                        .refusedOrRejected(BAD_USER_ID),
                attack("G08", "user id with a line separator")
                        .sends(userId(RawRequest.utf8("alice\u2028x")))
                        .refusedOrRejected(BAD_USER_ID));
    }

    private static Stream<Attack> others() {
        return Stream.of(
                attack("G08", "folded roles")
                        .on(Deployment.SECRET_AND_ROLES)
                        .sends(Honest.request().with(ROLES + "viewer\r\n ,admin"))
                        .twin(Honest.request().with(ROLES + "viewer"), roles("viewer"))
                        .refusedOrRejected("bad_roles"),
                attack("G08", "folded user id").sends(userId("alice\r\n\tbob")).refusedOrRejected(BAD_USER_ID),
                attack("G08", "boolean in upper case")
                        .sends(Honest.request().replacing("x-authgear-session-valid: TRUE"))
                        .refused("bad_boolean"),
                attack("G08", "boolean that is a number")
                        .sends(Honest.request().replacing("x-authgear-user-anonymous: 0"))
                        .refused("bad_boolean"),
                attack("G08", "authentication method with a byte of ISO 8859-1")
                        .sends(Honest.request().replacing("x-authgear-session-amr: pwd \u00e9"))
                        .refusedOrRejected("bad_amr"),
                attack("G08", "ACR with a blank")
                        .sends(Honest.request().with("x-authgear-session-acr: urn mfa"))
                        .refused("bad_acr"),
                attack("G07", "roles that are called like other authorities")
                        .on(Deployment.SECRET_AND_ROLES)
                        .sends(Honest.request().with(ROLES + "FACTOR_PASSWORD,admin"))
                        .becomes(roles("FACTOR_PASSWORD", "admin")),
                attack("G07", "role of the server's own space")
                        .on(Deployment.SECRET_AND_ROLES)
                        .sends(Honest.request().with(ROLES + "authgear:admin"))
                        .refused("bad_roles"));
    }

    private static RawRequest userId(String value) {
        return Honest.request().replacing("x-authgear-user-id: " + value);
    }

    private static Outcome roles(String... keys) {
        return user(Honest.user().roles(List.of(keys)).build());
    }

    private static Outcome longest() {
        return user(Honest.called("a".repeat(128))
                .authenticatedAt(Honest.AUTHENTICATED_AT)
                .build());
    }
}
