package com.authgear.headers.defences;

import java.util.List;

/** The way to the login and back. */
final class LoginDefences {
    private static final SourceFile FLOW = SourceFile.servlet("LoginFlow");
    private static final SourceFile STATE = SourceFile.servlet("LoginState");
    private static final SourceFile NAVIGATION = SourceFile.servlet("Navigation");

    static final List<Defence> ALL = List.of(
            NAVIGATION.defence(
                    "a login comes back to a path of the application",
                    "if (path != null && isPath(path)) {",
                    "if (path != null) {"),
            NAVIGATION.defence(
                    "the path to come back to is plain",
                    "PlainPath.decoded(query < 0 ? path : path.substring(0, query)) != null",
                    "path.startsWith(\"/\")"),
            STATE.defence(
                    "the cookie of a login is signed",
                    ".noneMatch(expected -> MessageDigest.isEqual(expected, code))",
                    ".noneMatch(expected -> code != null)"),
            STATE.defence(
                    "the cookie of a login is signed with its name",
                    "PURPOSE + name + \"=\" + text",
                    "PURPOSE + \"=\" + text"),
            FLOW.defence(
                    "the user who comes back from a step-up is the same", "if (!state.isUser(user)) {", "if (false) {"),
            FLOW.defence(
                    "the login that comes back from a step-up is new",
                    "return state.isRenewed(user) ? null : LoginPage.NOT_RENEWED;",
                    "return null;"),
            FLOW.defence("another site logs no user out", "if (get || isOwnSite(request)) {", "if (true) {"),
            FLOW.defence(
                    "the headers are judged before an address of the login answers",
                    "first && decision.refusal() == null",
                    "first"));

    private LoginDefences() {}
}
