package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Attack.attack;
import static com.authgear.headers.attacksuite.Attack.user;

import com.authgear.headers.AuthgearPrincipal;
import com.authgear.headers.harness.RawRequest;
import java.util.List;
import java.util.stream.Stream;

/** A client makes a hop remove some of the identity headers. */
final class RemovedHeaders {
    private static final String NOMINATED = "hop_by_hop_nomination";

    static final List<Attack> ROWS = Stream.of(
                    nominations(),
                    Stream.of("user-id", "user-anonymous", "user-verified", "user-can-reauthenticate")
                            .flatMap(RemovedHeaders::mandatory),
                    others())
            .flatMap(rows -> rows)
            .toList();

    private RemovedHeaders() {}

    private static Stream<Attack> nominations() {
        return Stream.of(
                attack("B01", "keep-alive and a name")
                        .sends(connection("keep-alive, X-Authgear-User-Id"))
                        .twin(connection("keep-alive, x-other"))
                        .refused(NOMINATED),
                attack("B01", "close and a name, which the hop removed")
                        .sends(connection("close, x-authgear-user-anonymous").without("x-authgear-user-anonymous"))
                        .twin(connection("close"))
                        .refused(NOMINATED),
                attack("B01", "look-alike of a name")
                        .sends(connection("keep-alive, x_authgear_user_anonymous"))
                        .refused(NOMINATED),
                attack("B01", "name in a second line")
                        .sends(connection("keep-alive").with("Connection: X-AUTHGEAR-SESSION-AMR"))
                        .refused(NOMINATED),
                attack("B01", "name without an identity")
                        .sends(Honest.nobody().with("Connection: keep-alive, x-authgear-user-id"))
                        .twin(Honest.nobody(), new Nobody())
                        .refused(NOMINATED));
    }

    private static RawRequest connection(String options) {
        return Honest.request().with("Connection: " + options);
    }

    private static Stream<Attack> mandatory(String name) {
        String header = "x-authgear-" + name;
        return Stream.of(
                attack("B02", name + " removed")
                        .sends(Honest.request().without(header))
                        .refused("incomplete_identity"),
                attack("B02", name + " emptied")
                        .sends(Honest.request().replacing(header + ":"))
                        .refused("incomplete_identity"));
    }

    private static Stream<Attack> others() {
        return Stream.of(
                attack("B02", "session-valid removed")
                        .sends(Honest.request().without("x-authgear-session-valid"))
                        .refused("orphan_headers"),
                attack("B02", "session-valid emptied")
                        .sends(Honest.request().replacing("x-authgear-session-valid:"))
                        .refused("orphan_headers"),
                attack("B02", "methods removed: none is known")
                        .sends(Honest.request().without("x-authgear-session-amr"))
                        .becomes(user(withoutMethods())),
                attack("B02", "methods emptied: none is known")
                        .sends(Honest.request().replacing("x-authgear-session-amr: "))
                        .becomes(user(withoutMethods())),
                attack("B02", "time removed: it never counts as recent")
                        .sends(Honest.request().without("x-authgear-session-authenticated-at"))
                        .becomes(user(Honest.timeless().build())));
    }

    private static AuthgearPrincipal withoutMethods() {
        return Honest.user().amr(List.of()).build();
    }
}
