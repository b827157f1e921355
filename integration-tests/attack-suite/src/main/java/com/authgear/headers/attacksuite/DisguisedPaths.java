package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Attack.attack;

import java.util.List;
import java.util.stream.Stream;

/** Paths to what is protected that look like one below {@code /public/}, where an identity is optional. */
final class DisguisedPaths {
    private static final Outcome NOTHING = new Withheld();

    private static final List<String> TARGETS = List.of(
            "/admin",
            "/admin/",
            "/admin/x",
            "/%61dmin",
            "/./admin",
            "//admin",
            "///admin//x",
            "/admin;x=/public/",
            "/admin;/public/x",
            "/admin;jsessionid=1",
            "/admin/%00",
            "/admin/?x=/public/",
            "/admin#/public/",
            "/public/../admin",
            "/public/../public/../admin",
            "/public/x/../../admin",
            "/public/./../admin",
            "/public//../admin",
            "/public/..;/admin",
            "/public/..;x=y/admin",
            "/public;/../admin",
            "/public;x=1/..;/admin",
            "/public/%2e%2e/admin",
            "/public/%2E%2e/admin",
            "/public/.%2e/admin",
            "/public/%2e%2e;/admin",
            "/public/..%2fadmin",
            "/public%2f..%2fadmin",
            "/public/%2e%2e%2fadmin",
            "/public/..%5cadmin",
            "/public%5c..%5cadmin",
            "/public/..\\admin",
            "/public\\..\\admin",
            "/public/%252e%252e/admin",
            "/public/%c0%ae%c0%ae/admin",
            "/public/..%c0%afadmin",
            "/public/%u002e%u002e/admin",
            "/public/%00/../admin",
            "/public/..%00/admin",
            "/public/%",
            "/Public/x",
            "/PUBLIC/x",
            "/publicx",
            "/public%20/x",
            "/%2fpublic/x");

    static final List<Attack> ROWS =
            Stream.concat(TARGETS.stream().map(DisguisedPaths::row), others()).toList();

    private DisguisedPaths() {}

    private static Attack row(String target) {
        return draft(target).becomes(NOTHING);
    }

    private static Attack.Draft draft(String target) {
        return attack("G02", "path " + target)
                .sends(Honest.nobody().to(target))
                .twin(Honest.nobody().to("/public/page"), page("OPEN"));
    }

    private static Stream<Attack> others() {
        return Stream.of(
                row("http://127.0.0.1/public/../admin"),
                draft("/public/..%01/admin").becomes(new Either(NOTHING, page("OPEN"))),
                draft("/admin/x, with an identity")
                        .sends(Honest.request().to("/admin/x"))
                        .becomes(page("PROTECTED")));
    }

    private static Outcome page(String text) {
        return new Served(text, "page");
    }
}
