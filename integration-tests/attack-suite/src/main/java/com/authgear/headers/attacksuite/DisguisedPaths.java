package com.authgear.headers.attacksuite;

import static com.authgear.headers.attacksuite.Attack.attack;

import java.util.List;
import java.util.stream.Stream;

/**
 * Targets that some routers resolve to a page below {@code /public/}, which requires no identity, and others to a
 * protected page. {@link RouterTests} generates more.
 */
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
            "/%2fpublic/x",
            "/admin/../public/x",
            "/admin/x/../../public/x",
            "/admin/%2e%2e/public/x",
            "/admin/x/%2e%2e/%2e%2e/public/x",
            "/admin/..;/public/x",
            "/admin/..;x=y/public/x",
            "/admin//../public/x",
            "/admin/..%2fpublic/x",
            "/admin/..\\public/x",
            "/admin/%252e%252e/public/x",
            "//public/x",
            "/./public/x",
            "/%70ublic/x",
            "/public/%78",
            "/public//x",
            "/public/./x",
            "/public/x;admin",
            "/public/x;jsessionid=1",
            "/public/..%01/admin");

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
                row("http://127.0.0.1/admin/../public/x"),
                draft("/admin/x, with an identity")
                        .sends(Honest.request().to("/admin/x"))
                        .becomes(page("PROTECTED")));
    }

    private static Outcome page(String text) {
        return new Served(text, "page");
    }
}
