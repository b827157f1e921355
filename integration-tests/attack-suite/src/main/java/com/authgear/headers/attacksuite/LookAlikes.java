package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Attack.attack;
import static com.authgear.headers.attacksuite.Attack.user;

import com.authgear.headers.harness.RawRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names that another hop or reader may take for the real ones. */
final class LookAlikes {
    private static final String OTHER_ID = ": 00000000-0000-4000-8000-000000000001";

    private static final List<String> ALIASES = List.of(
            "x_authgear_user_id",
            "x-authgear_user-id",
            "x.authgear.user.id",
            "X_AUTHGEAR_USER_ROLES",
            "X_Authgear-Session.Valid",
            "x~authgear~tomorrow");

    static final List<Attack> ROWS = Stream.concat(ALIASES.stream().flatMap(LookAlikes::alias), spellings())
            .toList();

    private LookAlikes() {}

    private static Stream<Attack> alias(String name) {
        return Stream.of(
                attack("A10", "alias " + name)
                        .sends(Honest.request().with(name + OTHER_ID))
                        .twin(Honest.request().with("x_other_user_id" + OTHER_ID))
                        .refused("alias_header"),
                attack("A10", "alias " + name + " on a public page, nobody logged in")
                        .sends(Honest.nobody().to(Honest.PUBLIC_PAGE).with(name + OTHER_ID))
                        .twin(Honest.nobody().to(Honest.PUBLIC_PAGE), new Nobody())
                        .refused("alias_header"));
    }

    private static Stream<Attack> spellings() {
        return Stream.of(
                attack("A10", "blank before the colon")
                        .sends(Honest.request().with("x-authgear-user-id " + OTHER_ID))
                        .refusedOrRejected("alias_header", "duplicate_header"),
                attack("A10", "tab before the colon")
                        .sends(Honest.request().with("x-authgear-user-id\t" + OTHER_ID))
                        .refusedOrRejected("alias_header", "duplicate_header"),
                attack("A10", "blank before the name")
                        .sends(Honest.nobody().after(" x-authgear-user-id" + OTHER_ID))
                        .refusedOrRejected("alias_header", "orphan_headers"),
                attack("A11", "all names in upper case").sends(upperCase()).becomes(user()),
                attack("A11", "two spellings of a name")
                        .sends(Honest.request().with("X-AUTHGEAR-USER-ID" + OTHER_ID))
                        .refused("duplicate_header"),
                attack("A11", "two spellings of a name, mixed case first")
                        .sends(Honest.request().after("X-authGear-User-iD" + OTHER_ID))
                        .refused("duplicate_header"));
    }

    private static RawRequest upperCase() {
        RawRequest honest = Honest.request();
        String[] lines = honest.lines().stream()
                .map(line -> line.substring(0, line.indexOf(':')).toUpperCase(Locale.ROOT)
                        + line.substring(line.indexOf(':')))
                .toArray(String[]::new);
        return RawRequest.get(honest.target(), lines);
    }
}
